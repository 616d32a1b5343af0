import { SpanType } from '../../spans/span-type.ts';
import { anthropicUsage, type AnthropicUsage } from '../anthropic/anthropic-usage.ts';
import { chatTool } from '../chat-tool.ts';
import { geminiUsage, type GeminiUsage } from '../google-genai/gemini-usage.ts';
import type { Answer, AnswerBuilder, ModelCallKind, TokenUsage } from '../model-call.ts';
import { chatUsage, type ChatUsage } from '../openai/openai-usage.ts';

/** A tool of LlamaIndex. */
export interface LlamaTool {
  readonly metadata?: {
    readonly name?: string;
    readonly description?: string;
    readonly parameters?: unknown;
  };
}

/** What `chat` of a model is given. */
export interface ChatParams {
  readonly messages?: unknown;
  readonly stream?: boolean;
  readonly tools?: readonly LlamaTool[];
  readonly additionalChatOptions?: unknown;
}

interface ChatAnswer {
  readonly message?: unknown;
  /** The provider's own answer. */
  readonly raw?: unknown;
}

interface ChatChunk {
  readonly delta?: string;
  readonly options?: object;
  readonly raw?: unknown;
}

/** How a model of LlamaIndex is told. */
export function chatKind(
  provider: string,
  model: string | undefined,
): ModelCallKind<ChatParams, ChatAnswer, ChatChunk> {
  return {
    operation: 'chat',
    type: SpanType.CHAT_MODEL,
    provider,
    messageFormat: 'llamaindex',
    modelOf: () => model,
    inputsOf: ({ messages, stream, tools, additionalChatOptions }) => ({
      messages,
      ...(stream !== undefined && { stream }),
      ...(tools && { tools: tools.map(({ metadata }) => metadata) }),
      ...(additionalChatOptions !== undefined && { additionalChatOptions }),
    }),
    toolsOf: ({ tools = [] }) => tools.map(({ metadata }) => chatTool({ ...metadata })),
    readAnswer: (answer) => ({ outputs: answer, ...toldBy(answer.raw) }),
    startAnswer: () => new ChatBuilder(),
  };
}

class ChatBuilder implements AnswerBuilder<ChatChunk> {
  hasContent = false;
  private content = '';
  private options: object = {};
  private told: Pick<Answer, 'model' | 'usage'> = {};

  add({ delta = '', options, raw }: ChatChunk): void {
    this.content += delta;
    this.options = { ...this.options, ...options };
    const { model, usage } = toldBy(raw);
    this.told = { model: model ?? this.told.model, usage: usage ?? this.told.usage };
    if (delta !== '' || Object.keys(this.options).length > 0) this.hasContent = true;
  }

  build(): Answer {
    const message = { content: this.content, role: 'assistant', options: this.options };
    return { outputs: { message }, ...this.told };
  }
}

/** What the answer of whatever provider is below tells. */
function toldBy(raw: unknown): Pick<Answer, 'model' | 'usage'> {
  const { model, modelVersion, usage, usageMetadata } = Object(raw) as Record<string, unknown>;
  const name = model ?? modelVersion;
  return {
    model: typeof name === 'string' ? name : undefined,
    usage: usageOf(Object(usage ?? usageMetadata)),
  };
}

function usageOf(counts: ChatUsage & AnthropicUsage & GeminiUsage): TokenUsage | undefined {
  if (counts.prompt_tokens !== undefined) return chatUsage(counts);
  if (counts.input_tokens !== undefined) return anthropicUsage(counts);
  return counts.promptTokenCount === undefined ? undefined : geminiUsage(counts);
}
