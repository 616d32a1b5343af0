import { needs } from '../check.ts';
import type { Outcome } from '../scorer.ts';
import type { ScoredTrace } from '../subject.ts';
import type { Blocks } from './blocks.ts';
import { toolCallsOf, toolCallsText } from './tool-calls.ts';
import { requestText, responseText } from './trace-texts.ts';

interface Turn {
  readonly role: 'user' | 'tool' | 'assistant';
  readonly content: string;
}

/**
 * The turns of a session in order of time, as JSON, so that no turn can pretend to be another's. Undefined when nothing was said.
 */
export function conversationText(
  traces: readonly ScoredTrace[],
  { withToolCalls = false } = {},
): string | undefined {
  const turns = traces.flatMap((trace): Turn[] => {
    const request = requestText(trace);
    const response = responseText(trace);
    const calls = withToolCalls ? toolCallsOf(trace) : [];
    return [
      ...(request === undefined ? [] : [{ role: 'user' as const, content: request }]),
      ...calls.map((call) => ({ role: 'tool' as const, content: toolCallsText([call]) })),
      ...(response === undefined ? [] : [{ role: 'assistant' as const, content: response }]),
    ];
  });
  return turns.length === 0 ? undefined : JSON.stringify(turns, null, 2);
}

/** The block `conversation`, or what is missing. */
export function readConversation(
  traces: readonly ScoredTrace[],
  options?: { readonly withToolCalls: boolean },
): Blocks | Outcome {
  const conversation = conversationText(traces, options);
  return conversation === undefined
    ? needs('a conversation: inputs or outputs of its traces')
    : { conversation };
}
