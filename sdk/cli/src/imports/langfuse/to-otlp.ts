import { assessmentIdOf, spanIdOf, traceIdOf, unixNanoOf } from '../identities.ts';
import type { AnyValue, ImportedItem, KeyValue } from '../import-source.ts';
import type { LangfuseObservation, LangfuseScore, WholeLangfuseTrace } from './langfuse-data.ts';

const ERROR = 2;
const UNSET = 0;
/** Where a trace has no observation, or several at the top: the span that stands for the trace. */
const ROOT = 'the trace itself';
const SOURCES: Readonly<Record<string, string>> = { ANNOTATION: 'HUMAN', EVAL: 'LLM_JUDGE', API: 'CODE' };

/** A trace as Langfuse's own SDK would have sent it by OTLP, and its scores as assessments. `source` is where its ids are from. */
export function langfuseToItem(source: string, whole: WholeLangfuseTrace): Omit<ImportedItem, 'cursor'> {
  const { trace, observations, scores } = whole;
  const traceId = traceIdOf(source, trace.id);
  const ids = new Set(observations.map(({ id }) => id));
  const isRoot = ({ parentObservationId: parent }: LangfuseObservation) => !parent || !ids.has(parent);
  const roots = observations.filter(isRoot);
  const needsRoot = roots.length !== 1;
  const idOf = (id: string) => spanIdOf(source, trace.id, id);
  const spans = observations.map((observation) => {
    const parent = isRoot(observation) ? (needsRoot ? ROOT : undefined) : observation.parentObservationId;
    return {
      traceId,
      spanId: idOf(observation.id),
      ...(parent ? { parentSpanId: idOf(parent) } : {}),
      ...spanOf(observation),
      attributes: [
        ...observationAttributes(observation),
        ...(!needsRoot && isRoot(observation) ? traceAttributes(whole) : []),
      ],
    };
  });
  const root = needsRoot ? [{ traceId, spanId: idOf(ROOT), ...rootOf(whole) }] : [];
  const resource = {
    attributes: defined({ 'langfuse.environment': trace.environment, 'langfuse.release': trace.release }),
  };
  return {
    spans: [{ resource, scopeSpans: [{ scope: { name: 'langfuse' }, spans: [...root, ...spans] }] }],
    ...(scores.length > 0 && {
      info: {
        trace_id: `tr-${traceId}`,
        assessments: scores.map((score) => toAssessment(source, score, idOf)),
      },
    }),
  };
}

function spanOf(observation: LangfuseObservation) {
  const { startTime, endTime, level, statusMessage, name, type } = observation;
  return {
    name: name ?? type.toLowerCase(),
    kind: 1,
    startTimeUnixNano: unixNanoOf(startTime),
    endTimeUnixNano: unixNanoOf(endTime ?? startTime),
    status: { code: level === 'ERROR' ? ERROR : UNSET, message: statusMessage ?? '' },
  };
}

function rootOf(whole: WholeLangfuseTrace) {
  const { trace, observations } = whole;
  const times = observations.flatMap(({ startTime, endTime }) => [startTime, endTime ?? startTime]);
  const sorted = [trace.timestamp, ...times].map(unixNanoOf).sort();
  const hasFailed = observations.some(({ level }) => level === 'ERROR');
  return {
    name: trace.name ?? 'trace',
    kind: 1,
    startTimeUnixNano: sorted[0],
    endTimeUnixNano: sorted.at(-1),
    status: { code: hasFailed ? ERROR : UNSET, message: '' },
    attributes: [...defined({ 'langfuse.observation.type': 'span' }), ...traceAttributes(whole)],
  };
}

function observationAttributes(observation: LangfuseObservation): KeyValue[] {
  const usage = observation.usageDetails ?? amountsOf(observation.usage);
  const costs = observation.costDetails;
  return defined({
    'langfuse.observation.type': observation.type.toLowerCase(),
    'langfuse.observation.level': observation.level,
    'langfuse.observation.model.name': observation.model,
    'langfuse.observation.model.parameters': asJson(observation.modelParameters),
    'langfuse.observation.input': asJson(observation.input),
    'langfuse.observation.output': asJson(observation.output),
    'langfuse.observation.metadata': asJson(observation.metadata),
    'langfuse.observation.usage_details': asJson(usage),
    'langfuse.observation.completion_start_time': observation.completionStartTime,
    'langfuse.observation.prompt.name': observation.promptName,
    'langfuse.observation.prompt.version': observation.promptVersion,
    'langfuse.version': observation.version,
    'llm.cost.prompt': costs?.['input'] ?? observation.calculatedInputCost,
    'llm.cost.completion': costs?.['output'] ?? observation.calculatedOutputCost,
    'llm.cost.total': costs?.['total'] ?? observation.calculatedTotalCost,
  });
}

function amountsOf(usage: LangfuseObservation['usage']): Record<string, number> | undefined {
  if (!usage) return undefined;
  const { input, output, total } = usage;
  const amounts = Object.entries({ input, output, total }).filter(([, amount]) => typeof amount === 'number');
  return amounts.length > 0 ? (Object.fromEntries(amounts) as Record<string, number>) : undefined;
}

function traceAttributes({ trace }: WholeLangfuseTrace): KeyValue[] {
  const metadata =
    typeof trace.metadata === 'object' && trace.metadata !== null ? Object.entries(trace.metadata) : [];
  return [
    ...defined({
      'langfuse.trace.name': trace.name,
      'langfuse.trace.input': asJson(trace.input),
      'langfuse.trace.output': asJson(trace.output),
      'langfuse.session.id': trace.sessionId,
      'langfuse.user.id': trace.userId,
      ...Object.fromEntries(
        metadata.map(([key, value]) => [`langfuse.trace.metadata.${key}`, asJson(value)]),
      ),
    }),
    ...(trace.tags?.length
      ? [
          {
            key: 'langfuse.trace.tags',
            value: { arrayValue: { values: trace.tags.map((tag) => ({ stringValue: tag })) } },
          },
        ]
      : []),
  ];
}

/** A text as it is, all else as JSON. */
function asJson(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function defined(values: Readonly<Record<string, string | number | null | undefined>>): KeyValue[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [{ key, value: valueOf(key, value) }],
  );
}

function valueOf(key: string, value: string | number): AnyValue {
  if (typeof value === 'string') return { stringValue: value };
  return key.startsWith('llm.cost.') ? { doubleValue: value } : { intValue: String(value) };
}

function toAssessment(
  source: string,
  score: LangfuseScore,
  idOf: (id: string) => string,
): Record<string, unknown> {
  return {
    assessment_id: assessmentIdOf(source, score.id),
    assessment_name: score.name,
    source: {
      source_type: SOURCES[score.source ?? ''] ?? 'CODE',
      source_id: score.authorUserId ?? 'langfuse',
    },
    ...(score.timestamp ? { create_time: score.timestamp, last_update_time: score.timestamp } : {}),
    feedback: { value: valueOfScore(score) },
    ...(score.observationId ? { span_id: idOf(score.observationId) } : {}),
    ...(score.comment ? { rationale: score.comment } : {}),
  };
}

function valueOfScore({ dataType, value, stringValue }: LangfuseScore): string | number | boolean {
  if (dataType === 'BOOLEAN') return Number(value) === 1;
  if (dataType === 'NUMERIC' || stringValue === null || stringValue === undefined) return value ?? '';
  return stringValue;
}
