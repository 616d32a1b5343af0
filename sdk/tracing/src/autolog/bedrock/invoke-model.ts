import { SpanType } from '../../spans/span-type.ts';
import { ANTHROPIC_MESSAGES } from '../anthropic/autolog-anthropic.ts';
import { MessageBuilder, readMessage, type AnthropicEvent } from '../anthropic/message-builder.ts';
import type { Answer, AnswerBuilder, ModelCallKind } from '../model-call.ts';
import { bedrockUsage } from './bedrock-usage.ts';

/** Chunks of a stream that are kept; what comes beyond passes. */
const MOST_CHUNKS = 10_000;
/** What Bedrock adds to the last chunk of every model. */
const METRICS = 'amazon-bedrock-invocationMetrics';

/** What is asked of InvokeModel; its body is JSON in the words of the model's maker. */
export interface InvokeInput {
  readonly modelId?: string;
  readonly body?: unknown;
}

interface InvokeOutput {
  readonly body?: unknown;
}

interface InvokeChunk {
  readonly chunk?: { readonly bytes?: Uint8Array };
}

const INVOKE: ModelCallKind<InvokeInput, InvokeOutput, InvokeChunk> = {
  operation: 'invoke_model',
  type: SpanType.LLM,
  provider: 'bedrock',
  modelOf: ({ modelId }) => modelId,
  inputsOf,
  readAnswer: ({ body }) => readBody(parsed(body)),
  streamIn: ({ body }) => body,
  startAnswer: () => new ChunkList(),
};

const INVOKE_ANTHROPIC: ModelCallKind<InvokeInput, InvokeOutput, InvokeChunk> = {
  ...INVOKE,
  operation: 'chat',
  type: SpanType.CHAT_MODEL,
  messageFormat: 'anthropic',
  toolsOf: ({ body }) => ANTHROPIC_MESSAGES.toolsOf?.(Object(parsed(body))) ?? [],
  readAnswer: ({ body }) => ofBedrock(readMessage(Object(parsed(body)))),
  startAnswer: () => new AnthropicChunks(),
};

/** Models of Anthropic are asked in its own words; what others answer is kept as it is. */
export function invokeKind({ body }: InvokeInput): ModelCallKind<InvokeInput, InvokeOutput, InvokeChunk> {
  return Reflect.has(Object(parsed(body)), 'anthropic_version') ? INVOKE_ANTHROPIC : INVOKE;
}

function inputsOf({ modelId, body }: InvokeInput): object {
  const request = parsed(body);
  return typeof request === 'object' ? { modelId, ...request } : { modelId, body: request };
}

function readBody(body: unknown): Answer {
  const counts: unknown = Reflect.get(Object(body), 'usage') ?? Reflect.get(Object(body), METRICS) ?? body;
  return {
    outputs: body,
    usage: bedrockUsage(Object(counts)),
    ...(Reflect.has(Object(body), 'embedding') && { type: SpanType.EMBEDDING }),
  };
}

/** The name that Bedrock knows the model by is the one that its price is under. */
function ofBedrock({ outputs, usage }: Answer): Answer {
  return { outputs, usage };
}

class AnthropicChunks implements AnswerBuilder<InvokeChunk> {
  private readonly message = new MessageBuilder();

  get hasContent(): boolean {
    return this.message.hasContent;
  }

  add({ chunk }: InvokeChunk): void {
    const event = parsed(chunk?.bytes);
    if (typeof event === 'object') this.message.add(event as AnthropicEvent);
  }

  build(): Answer {
    return ofBedrock(this.message.build());
  }
}

class ChunkList implements AnswerBuilder<InvokeChunk> {
  hasContent = false;
  private readonly chunks: unknown[] = [];
  private last: unknown;

  add({ chunk }: InvokeChunk): void {
    this.hasContent = true;
    this.last = parsed(chunk?.bytes);
    if (this.chunks.length < MOST_CHUNKS) this.chunks.push(this.last);
  }

  build(): Answer {
    return { ...readBody(this.last), outputs: this.chunks };
  }
}

/** What a text or bytes of JSON say; undefined for what is neither. */
function parsed(json: unknown): unknown {
  const text = json instanceof Uint8Array ? new TextDecoder().decode(json) : json;
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return text;
  }
}
