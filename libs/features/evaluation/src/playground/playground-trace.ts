import type { OtlpSpan } from '@millrace/domain';
import type { ChatMessage, EntryChange } from '@millrace/ports';
import type { ModelCall } from '../judging/asking/given-answer.ts';
import { continuation } from '../judging/asking/model-conversation.ts';
import { chatAttributes, modelAttributes, promptAttributes } from '../telling/model-call-attributes.ts';
import { ownOrigin, ownSpan } from '../telling/own-traces.ts';

interface TracedCall {
  readonly traceId: string;
  readonly messages: readonly ChatMessage[];
  readonly call: ModelCall;
  readonly prompt: { readonly name: string; readonly version: number } | undefined;
}

const ORIGIN = ownOrigin('millrace.playground');

/** By which such traces are told from those of applications. */
export const PLAYGROUND_ENTRIES: readonly EntryChange[] = [
  { kind: 'tag', key: 'millrace.playground', value: 'true' },
];

/** The one span of a run: the call of the model. */
export function playgroundSpan({ traceId, messages, call, prompt }: TracedCall): OtlpSpan {
  const { startedAt, endedAt } = call;
  return ownSpan({
    traceId,
    spanId: traceId.slice(0, 16),
    parentSpanId: undefined,
    name: prompt === undefined ? 'playground' : `playground ${prompt.name}`,
    origin: ORIGIN,
    startedAt,
    endedAt,
    attributes: new Map([
      ...chatAttributes(messages, continuation(call)),
      ...modelAttributes(call),
      ...(prompt === undefined ? [] : promptAttributes(prompt)),
    ]),
  });
}
