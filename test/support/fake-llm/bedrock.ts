import type { ChatAnswer, ChatMessage, ChatRequest } from './answer-chat.ts';
import type { JsonSchema } from './judge-verdicts.ts';
import { toAnthropicStream, wordsOf, type StreamEvent } from './write-answer.ts';

/** Parts of a request to Bedrock's Converse that decide the answer. */
interface ConverseRequest {
  readonly system?: readonly { readonly text?: string }[];
  readonly messages: readonly { readonly role: string; readonly content: readonly ConverseBlock[] }[];
  readonly toolConfig?: {
    readonly tools: readonly {
      readonly toolSpec?: { readonly name: string; readonly inputSchema?: { readonly json?: JsonSchema } };
    }[];
  };
}

interface ConverseBlock {
  readonly text?: string;
  readonly toolResult?: { readonly content?: readonly { readonly text?: string }[] };
}

const STOP = { stop: 'end_turn', tool_calls: 'tool_use', length: 'max_tokens' } as const;

/** A request of Converse as the chat it asks for. */
export function fromConverse(request: ConverseRequest, model: string): ChatRequest {
  const system = textsOf(request.system ?? []);
  return {
    model,
    messages: [
      ...(system === '' ? [] : [{ role: 'system', content: system }]),
      ...request.messages.map(({ role, content }): ChatMessage => {
        const result = content.find((block) => block.toolResult)?.toolResult;
        return result
          ? { role: 'tool', content: textsOf(result.content ?? []) }
          : { role, content: textsOf(content) };
      }),
    ],
    tools: (request.toolConfig?.tools ?? []).flatMap(({ toolSpec }) =>
      toolSpec ? [{ function: { name: toolSpec.name, parameters: toolSpec.inputSchema?.json ?? {} } }] : [],
    ),
  };
}

/** Answer of Converse, which counts cached tokens apart. Source: docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html. */
export function toConverse(answer: ChatAnswer): object {
  return {
    output: { message: { role: 'assistant', content: blocksOf(answer) } },
    stopReason: STOP[answer.finishReason],
    ...measured(answer),
  };
}

/** The same as a stream. Source: …/API_runtime_ConverseStream.html. */
export function toConverseStream(answer: ChatAnswer): StreamEvent[] {
  const blocks = blocksOf(answer).flatMap(({ text, toolUse }, contentBlockIndex): StreamEvent[] => {
    const event = (name: string, fields: object): StreamEvent => ({
      name,
      data: { contentBlockIndex, ...fields },
    });
    const { input, ...start } = toolUse ?? {};
    return [
      ...(toolUse ? [event('contentBlockStart', { start: { toolUse: start } })] : []),
      ...wordsOf(text).map((word) => event('contentBlockDelta', { delta: { text: word } })),
      ...(toolUse
        ? [event('contentBlockDelta', { delta: { toolUse: { input: JSON.stringify(input) } } })]
        : []),
      event('contentBlockStop', {}),
    ];
  });
  return [
    { name: 'messageStart', data: { role: 'assistant' } },
    ...blocks,
    { name: 'messageStop', data: { stopReason: STOP[answer.finishReason] } },
    { name: 'metadata', data: measured(answer) },
  ];
}

/** The events of Anthropic's models, as InvokeModelWithResponseStream wraps them. */
export function toInvokedStream(answer: ChatAnswer): StreamEvent[] {
  return toAnthropicStream(answer).map(({ data }) => ({
    name: 'chunk',
    data: { bytes: Buffer.from(JSON.stringify(data)).toString('base64') },
  }));
}

interface AnswerBlock {
  readonly text?: string;
  readonly toolUse?: { readonly toolUseId: string; readonly name: string; readonly input: object };
}

function blocksOf({ content, toolCalls }: ChatAnswer): AnswerBlock[] {
  return [
    ...(content === null ? [] : [{ text: content }]),
    ...toolCalls.map(({ id, function: { name, arguments: input } }) => ({
      toolUse: { toolUseId: id, name, input: JSON.parse(input) as object },
    })),
  ];
}

function measured({ usage }: ChatAnswer): object {
  const cached = usage.prompt_tokens_details.cached_tokens;
  return {
    usage: {
      inputTokens: usage.prompt_tokens - cached,
      outputTokens: usage.completion_tokens,
      totalTokens: usage.total_tokens,
      cacheReadInputTokens: cached,
      cacheWriteInputTokens: 0,
    },
    metrics: { latencyMs: 1 },
  };
}

function textsOf(parts: readonly { readonly text?: string }[]): string {
  return parts.map((part) => part.text ?? '').join(' ');
}
