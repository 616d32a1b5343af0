import type { OtlpSpan } from '@millrace/domain';
import type { JudgeRequest } from '@millrace/scorers';
import {
  chatAttributes,
  modelAttributes,
  spanAttributes,
  toPlainMessages,
} from '../../telling/model-call-attributes.ts';
import { ownOrigin, ownSpan } from '../../telling/own-traces.ts';
import { hash } from '../verdict-ids.ts';
import type { GivenAnswer, ModelCall } from './given-answer.ts';
import { continuation } from './model-conversation.ts';

const ORIGIN = ownOrigin('millrace.judging');

/**
 * A judge's question as spans: a root named after the scorer, below it a span for each call of a model. The same answer makes the
 * same spans, so that telling them again changes nothing.
 */
export function judgeSpans(
  traceId: string,
  scorerName: string,
  request: Pick<JudgeRequest, 'messages'>,
  { value, calls }: GivenAnswer,
): OtlpSpan[] {
  const rootId = hash([traceId, 'root'], 16);
  const root = ownSpan({
    ...timesOf(calls),
    traceId,
    spanId: rootId,
    name: scorerName,
    parentSpanId: undefined,
    origin: ORIGIN,
    attributes: spanAttributes('EVALUATOR', { messages: toPlainMessages(request.messages) }, value),
  });
  const conversation = [...request.messages];
  const children = calls.map((call, position) => {
    const span = ownSpan({
      ...timesOf([call]),
      traceId,
      spanId: hash([traceId, position], 16),
      origin: ORIGIN,
      name: `chat ${call.model}`,
      parentSpanId: rootId,
      attributes: new Map([
        ...chatAttributes(conversation, continuation({ ...call, replies: [] })),
        ...modelAttributes(call),
      ]),
    });
    conversation.push(...continuation(call));
    return span;
  });
  return [root, ...children];
}

function timesOf(calls: readonly ModelCall[]): Pick<ModelCall, 'startedAt' | 'endedAt'> {
  return {
    startedAt: Math.min(...calls.map((call) => call.startedAt)),
    endedAt: Math.max(...calls.map((call) => call.endedAt)),
  };
}
