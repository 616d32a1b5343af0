import type { Answer, AnswerBuilder } from '../model-call.ts';
import { chatUsage, type ChatUsage } from './openai-usage.ts';

interface ToolCallDelta {
  readonly index: number;
  readonly id?: string;
  readonly type?: string;
  readonly function?: { readonly name?: string; readonly arguments?: string };
}

interface ChatDelta {
  readonly role?: string;
  readonly content?: string | null;
  readonly refusal?: string | null;
  readonly tool_calls?: readonly ToolCallDelta[];
  /** Of models that show what they think, as DeepSeek's. */
  readonly reasoning_content?: string | null;
}

/** Source: platform.openai.com/docs/api-reference/chat/streaming. */
export interface ChatCompletionChunk {
  readonly id: string;
  readonly model: string;
  readonly created: number;
  readonly choices: readonly {
    readonly index: number;
    readonly delta?: ChatDelta;
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: ChatUsage | null;
}

interface ToolCall {
  id: string | undefined;
  type: string;
  readonly function: { name: string; arguments: string };
}

interface Choice {
  readonly index: number;
  role: string;
  content: string | null;
  refusal: string | null;
  reasoning_content?: string;
  readonly toolCalls: ToolCall[];
  finish_reason: string | null;
}

/** Makes of the chunks of a chat completion what the same request would have been answered without a stream. */
export class ChatCompletionBuilder implements AnswerBuilder<ChatCompletionChunk> {
  hasContent = false;
  private first: ChatCompletionChunk | undefined;
  private usage: ChatUsage | undefined;
  private readonly choices = new Map<number, Choice>();

  add(chunk: ChatCompletionChunk): void {
    this.first ??= chunk;
    if (chunk.usage) this.usage = chunk.usage;
    for (const { index, delta, finish_reason: reason } of chunk.choices) {
      const choice = this.choiceAt(index);
      if (delta) this.addDelta(choice, delta);
      if (reason) choice.finish_reason = reason;
    }
  }

  build(): Answer {
    const { first, usage } = this;
    if (!first) return { outputs: undefined };
    const choices = [...this.choices.values()].map(({ index, toolCalls, finish_reason, ...message }) => ({
      index,
      message: { ...message, ...(toolCalls.length > 0 && { tool_calls: toolCalls }) },
      finish_reason,
    }));
    const { id, model, created } = first;
    const outputs = { id, object: 'chat.completion', created, model, choices, ...(usage && { usage }) };
    return { outputs, model, usage: usage && chatUsage(usage) };
  }

  private choiceAt(index: number): Choice {
    const known = this.choices.get(index);
    if (known) return known;
    const choice: Choice = {
      index,
      role: 'assistant',
      content: null,
      refusal: null,
      toolCalls: [],
      finish_reason: null,
    };
    this.choices.set(index, choice);
    return choice;
  }

  private addDelta(choice: Choice, delta: ChatDelta): void {
    const { role, content, refusal, reasoning_content: reasoning, tool_calls: calls = [] } = delta;
    if (role) choice.role = role;
    if (content) choice.content = (choice.content ?? '') + content;
    if (refusal) choice.refusal = (choice.refusal ?? '') + refusal;
    if (reasoning) choice.reasoning_content = (choice.reasoning_content ?? '') + reasoning;
    for (const call of calls) addToolCall(choice.toolCalls, call);
    if (content || refusal || reasoning || calls.length > 0) this.hasContent = true;
  }
}

function addToolCall(calls: ToolCall[], { index, id, type, function: part }: ToolCallDelta): void {
  const call = (calls[index] ??= { id: undefined, type: 'function', function: { name: '', arguments: '' } });
  if (id) call.id = id;
  if (type) call.type = type;
  if (part?.name) call.function.name += part.name;
  if (part?.arguments) call.function.arguments += part.arguments;
}
