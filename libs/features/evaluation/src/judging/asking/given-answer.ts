import type { JsonValue } from '@millrace/domain';
import type { ChatToolCall, ChatUsage } from '@millrace/ports';

/** One call of a model. */
export interface ModelCall {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly provider: string;
  readonly model: string;
  readonly usage: ChatUsage;
  readonly text: string;
  readonly toolCalls: readonly ChatToolCall[];
  /** What is told to the model after it: answers of tools, or why its answer is none. */
  readonly replies: readonly Reply[];
}

export type Reply =
  | { readonly kind: 'tool'; readonly call: ChatToolCall; readonly text: string }
  | { readonly kind: 'fault'; readonly text: string };

/** What a model answered in the end, and all the calls that took. */
export interface GivenAnswer {
  readonly value: Readonly<Record<string, JsonValue>>;
  readonly calls: readonly ModelCall[];
  /** US dollars; undefined when a price is not known. */
  readonly costUsd?: number | undefined;
}

/** Tokens of calls together. */
export function tokensOf(calls: readonly ModelCall[]): { readonly input: number; readonly output: number } {
  return calls.reduce(
    (sum, { usage }) => ({ input: sum.input + usage.input, output: sum.output + usage.output }),
    { input: 0, output: 0 },
  );
}
