import type { AttributeValue, OtlpSpan } from '@millrace/domain';
import type { ChatMessage, EntryChange } from '@millrace/ports';
import type { ModelCall } from '../judging/asking/given-answer.ts';
import { continuation } from '../judging/asking/model-conversation.ts';
import {
  chatAttributes,
  modelAttributes,
  promptAttributes,
  questionAttributes,
} from '../telling/model-call-attributes.ts';
import { ownOrigin, ownSpan } from '../telling/own-traces.ts';

interface TracedQuestion {
  readonly traceId: string;
  readonly messages: readonly ChatMessage[];
  readonly prompt: { readonly name: string; readonly version: number } | undefined;
}

interface TracedCall extends TracedQuestion {
  readonly call: ModelCall;
}

interface TracedFailure extends TracedQuestion {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** As it was asked for. */
  readonly model: string;
  readonly message: string;
}

const ORIGIN = ownOrigin('millrace.playground');

/** By which such traces are told from those of applications. */
export const PLAYGROUND_ENTRIES: readonly EntryChange[] = [
  { kind: 'tag', key: 'millrace.playground', value: 'true' },
];

/** The one span of a run: the call of the model. */
export function playgroundSpan({ call, ...question }: TracedCall): OtlpSpan {
  const { startedAt, endedAt } = call;
  const attributes = [...chatAttributes(question.messages, continuation(call)), ...modelAttributes(call)];
  return spanOf(question, { startedAt, endedAt, attributes });
}

/** The one span of a run that failed: what was asked, and why there is no answer. */
export function failedSpan({ startedAt, endedAt, model, message, ...question }: TracedFailure): OtlpSpan {
  const attributes = [
    ...questionAttributes(question.messages),
    ['mlflow.llm.model', JSON.stringify(model)] as const,
  ];
  return {
    ...spanOf(question, { startedAt, endedAt, attributes }),
    statusCode: 2,
    statusMessage: message,
  };
}

interface Doing {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attributes: Iterable<readonly [string, AttributeValue]>;
}

function spanOf({ traceId, prompt }: TracedQuestion, { startedAt, endedAt, attributes }: Doing): OtlpSpan {
  return ownSpan({
    traceId,
    spanId: traceId.slice(0, 16),
    parentSpanId: undefined,
    name: prompt === undefined ? 'playground' : `playground ${prompt.name}`,
    origin: ORIGIN,
    startedAt,
    endedAt,
    attributes: new Map([...attributes, ...(prompt === undefined ? [] : promptAttributes(prompt))]),
  });
}
