import { z } from 'zod';
import { assessmentIdOf } from '../identities.ts';

const integer = z.union([z.string(), z.number()]).transform(String);

interface PhoenixValue {
  readonly [kind: string]: unknown;
}

const anyValue = z.record(z.string(), z.unknown());
const attributes = z
  .array(z.object({ key: z.string(), value: anyValue }))
  .nullish()
  .transform((list) => (list ?? []).map(({ key, value }) => ({ key, value: valueOf(value) })));

/** A span as Phoenix answers it: OTLP with other names, and with null for what is absent. */
export const phoenixSpan = z
  .object({
    trace_id: z.string(),
    span_id: z.string(),
    parent_span_id: z.string().nullish(),
    name: z.string().nullish(),
    start_time_unix_nano: integer,
    end_time_unix_nano: integer.nullish(),
    status: z.object({ code: z.number().nullish(), message: z.string().nullish() }).nullish(),
    attributes,
    events: z
      .array(z.object({ name: z.string().nullish(), time_unix_nano: integer.nullish(), attributes }))
      .nullish(),
  })
  .transform((span) => ({
    traceId: span.trace_id,
    spanId: span.span_id,
    ...(span.parent_span_id ? { parentSpanId: span.parent_span_id } : {}),
    name: span.name ?? '',
    kind: 1,
    startTimeUnixNano: span.start_time_unix_nano,
    endTimeUnixNano: span.end_time_unix_nano ?? span.start_time_unix_nano,
    status: { code: span.status?.code ?? 0, message: span.status?.message ?? '' },
    attributes: span.attributes,
    events: (span.events ?? []).map((event) => ({
      name: event.name ?? '',
      timeUnixNano: event.time_unix_nano ?? span.start_time_unix_nano,
      attributes: event.attributes,
    })),
  }));

export type PhoenixSpan = z.output<typeof phoenixSpan>;

/** Of its kinds all are null but one. */
function valueOf(value: PhoenixValue): PhoenixValue {
  const [kind, held] = Object.entries(value).find(([, each]) => each !== null && each !== undefined) ?? [];
  switch (kind) {
    case undefined:
      return {};
    case 'array_value': {
      const { values } = held as { values?: PhoenixValue[] | null };
      return { arrayValue: { values: (values ?? []).map(valueOf) } };
    }
    case 'int_value':
      return { intValue: String(held) };
    default:
      return { [kind.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]: held };
  }
}

export const phoenixAnnotation = z.object({
  id: z.string(),
  name: z.string(),
  annotator_kind: z.string(),
  identifier: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  span_id: z.string().nullish(),
  trace_id: z.string().nullish(),
  result: z
    .object({
      label: z.string().nullish(),
      score: z.number().nullish(),
      explanation: z.string().nullish(),
    })
    .nullish(),
});

export type PhoenixAnnotation = z.output<typeof phoenixAnnotation>;

const SOURCES: Readonly<Record<string, string>> = { HUMAN: 'HUMAN', LLM: 'LLM_JUDGE', CODE: 'CODE' };

/** Feedback: the label, else the score; where both are, the score is in the metadata. A note has its text as value. */
export function toAssessment(source: string, annotation: PhoenixAnnotation): Record<string, unknown> {
  const { label, score, explanation } = annotation.result ?? {};
  const value = label ?? score ?? explanation ?? '';
  return {
    assessment_id: assessmentIdOf(source, annotation.id),
    assessment_name: annotation.name,
    source: {
      source_type: SOURCES[annotation.annotator_kind] ?? 'CODE',
      source_id: annotation.identifier || 'phoenix',
    },
    create_time: annotation.created_at,
    last_update_time: annotation.updated_at,
    feedback: { value },
    ...(annotation.span_id ? { span_id: annotation.span_id } : {}),
    ...(explanation && value !== explanation ? { rationale: explanation } : {}),
    ...(label && typeof score === 'number' ? { metadata: { score: String(score) } } : {}),
  };
}
