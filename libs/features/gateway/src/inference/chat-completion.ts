import { randomUUID } from 'node:crypto';
import type { ChatAnswer, ChatDelta, ChatFinish, ChatToolCall, ChatUsage } from '@millrace/ports';

/** Which call a completion belongs to. */
export interface Completion {
  readonly id: string;
  readonly created: number;
  readonly model: string;
  readonly provider: string;
}

const FINISH: Readonly<Record<ChatFinish, string>> = {
  stop: 'stop',
  length: 'length',
  'content-filter': 'content_filter',
  'tool-calls': 'tool_calls',
  other: 'stop',
};

/** A completion of now. */
export function newCompletion(model: string, provider: string): Completion {
  const id = `chatcmpl-${randomUUID().replaceAll('-', '')}`;
  return { id, created: Math.floor(Date.now() / 1000), model, provider };
}

/** An answer as OpenAI's API spells it. */
export function toCompletion({ id, created, model, provider }: Completion, answer: ChatAnswer) {
  const { text, toolCalls, finish, usage } = answer;
  const message = {
    role: 'assistant',
    content: text === '' && toolCalls.length > 0 ? null : text,
    tool_calls: toolCalls.length > 0 ? toolCalls.map(toToolCall) : null,
    refusal: null,
  };
  return {
    id,
    object: 'chat.completion',
    created,
    model: answer.model ?? model,
    choices: [{ index: 0, message, finish_reason: FINISH[finish] }],
    usage: toUsage(usage),
    provider,
  };
}

/** Turns pieces of an answer into the chunks of a stream of OpenAI's API. */
export class CompletionChunks {
  private toolCalls = 0;

  constructor(
    private readonly completion: Completion,
    private readonly includeUsage: boolean,
  ) {}

  /** The first chunk: who speaks. */
  begin(): object {
    return this.chunk({ role: 'assistant', content: '' });
  }

  of(delta: ChatDelta): object[] {
    if (delta.kind === 'text') return [this.chunk({ content: delta.text })];
    if (delta.kind === 'tool-call') {
      return [this.chunk({ tool_calls: [{ index: this.toolCalls++, ...toToolCall(delta.call) }] })];
    }
    const last = this.chunk({}, FINISH[delta.finish]);
    const usage = { ...this.envelope(), choices: [], usage: toUsage(delta.usage) };
    return this.includeUsage ? [last, usage] : [last];
  }

  private chunk(delta: object, finishReason: string | null = null): object {
    return { ...this.envelope(), choices: [{ index: 0, delta, finish_reason: finishReason }] };
  }

  private envelope(): object {
    const { id, created, model } = this.completion;
    return { id, object: 'chat.completion.chunk', created, model };
  }
}

function toToolCall({ id, name, arguments: text }: ChatToolCall) {
  return { id, type: 'function', function: { name, arguments: text } };
}

function toUsage({ input, cached, output, reasoning }: ChatUsage) {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    ...(cached > 0 && { prompt_tokens_details: { cached_tokens: cached } }),
    ...(reasoning > 0 && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}
