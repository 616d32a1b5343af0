import type { AttributeMap, OtlpSpan, SpanOrigin } from '@millrace/domain';
import type { ChatMessage } from '@millrace/ports';
import type { JudgeRequest } from '@millrace/scorers';
import { hash } from '../verdict-ids.ts';
import type { GivenAnswer, ModelCall } from './given-answer.ts';
import { continuation } from './model-conversation.ts';

const NANOS_PER_MS = 1_000_000n;
/** Far below what a record of the log may hold: the judged trace has its payloads whole, this one needs no copy. */
const LONGEST_TEXT = 100_000;
const ORIGIN: SpanOrigin = {
  resource: new Map([['service.name', 'millrace-evaluator']]),
  scopeName: 'millrace.judging',
  scopeVersion: '',
};

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
  const root = {
    ...spanOf(traceId, rootId, calls),
    name: scorerName,
    parentSpanId: undefined,
    attributes: attributesOf('EVALUATOR', { messages: toPlain(request.messages) }, value),
  };
  const conversation = [...request.messages];
  const children = calls.map((call, position) => {
    const span = {
      ...spanOf(traceId, hash([traceId, position], 16), [call]),
      name: `chat ${call.model}`,
      parentSpanId: rootId,
      attributes: new Map([
        ...attributesOf(
          'CHAT_MODEL',
          { messages: toPlain(conversation) },
          toPlain(continuation({ ...call, replies: [] }))[0],
        ),
        ...modelAttributes(call),
      ]),
    };
    conversation.push(...continuation(call));
    return span;
  });
  return [root, ...children];
}

function spanOf(traceId: string, spanId: string, calls: readonly ModelCall[]) {
  const startedAt = Math.min(...calls.map((call) => call.startedAt));
  const endedAt = Math.max(...calls.map((call) => call.endedAt));
  return {
    traceId,
    spanId,
    kind: 1,
    startTimeUnixNano: BigInt(startedAt) * NANOS_PER_MS,
    endTimeUnixNano: BigInt(endedAt) * NANOS_PER_MS,
    statusCode: 1 as const,
    statusMessage: '',
    traceState: '',
    events: [],
    links: [],
    origin: ORIGIN,
  };
}

/** Source: mlflow.tracing.constant.SpanAttributeKey; its values are JSON. */
function attributesOf(type: string, inputs: unknown, outputs: unknown): AttributeMap {
  return new Map([
    ['mlflow.spanType', JSON.stringify(type)],
    ['mlflow.spanInputs', JSON.stringify(inputs)],
    ['mlflow.spanOutputs', JSON.stringify(outputs)],
  ]);
}

function modelAttributes({ model, provider, usage }: ModelCall): AttributeMap {
  const { input, output, cached } = usage;
  const tokens = {
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    ...(cached > 0 && { cache_read_input_tokens: cached }),
  };
  return new Map([
    ['mlflow.llm.model', JSON.stringify(model)],
    ['mlflow.llm.provider', JSON.stringify(provider)],
    ['mlflow.chat.tokenUsage', JSON.stringify(tokens)],
    ['mlflow.message.format', JSON.stringify('openai')],
  ]);
}

/** Messages as OpenAI's API has them, which is how they are shown. */
function toPlain(messages: readonly ChatMessage[]): object[] {
  return messages.map((message) => {
    const { role } = message;
    if (role === 'tool') return { role, tool_call_id: message.toolCallId, content: cut(message.text) };
    if (role !== 'user') {
      const calls = role === 'assistant' ? message.toolCalls : [];
      return {
        role,
        content: cut(message.text),
        ...(calls.length > 0 && {
          tool_calls: calls.map(({ id, name, arguments: given }) => ({
            id,
            type: 'function',
            function: { name, arguments: given },
          })),
        }),
      };
    }
    const text = message.parts.map((part) => (part.kind === 'text' ? part.text : `[image]`)).join('\n');
    return { role, content: cut(text) };
  });
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT
    ? text
    : `${text.slice(0, LONGEST_TEXT)}… (cut: ${text.length} characters)`;
}
