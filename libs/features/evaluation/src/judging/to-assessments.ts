import type { Assessment, JsonValue } from '@millrace/domain';
import type { Verdict } from '@millrace/scorers';
import { readFindings } from './findings.ts';
import type { StoredVerdict } from './verdict.entity.ts';

/** Source: mlflow.tracing.constant.AssessmentMetadataKey, and a key of our own. */
const METADATA = {
  scorerName: 'mlflow.assessment.scorerName',
  scorerVersion: 'mlflow.assessment.scorerVersion',
  runId: 'mlflow.assessment.sourceRunId',
  cost: 'mlflow.assessment.judgeCost',
  inputTokens: 'mlflow.assessment.judgeInputTokens',
  outputTokens: 'mlflow.assessment.judgeOutputTokens',
  scorerTrace: 'mlflow.assessment.scorerTraceId',
  onlineSession: 'mlflow.assessment.onlineScoringSessionId',
  session: 'mlflow.trace.session',
  traceVersion: 'millrace.traceVersion',
} as const;

/** As MLflow calls it when a scorer fails. */
const SCORER_ERROR = 'SCORER_ERROR';
/** Below the bounds of an assessment: a finding that is longer is cut, never lost. */
const LONGEST_TEXT = 100_000;
const LONGEST_NAME = 250;

/** What a verdict becomes on its trace: an assessment a finding; of a scorer that failed one with the error; of one that skipped none. */
export function toAssessments(verdict: StoredVerdict): Assessment[] {
  const { assessmentIds } = verdict;
  if (verdict.state === 'skipped') return [];
  if (verdict.state === 'failed') {
    const error = { code: SCORER_ERROR, message: cut(verdict.reason ?? ''), stackTrace: undefined };
    const content = { kind: 'feedback' as const, value: null, error };
    return [
      { ...commonOf(verdict), id: assessmentIds[0] ?? '', content, metadata: new Map(metadataOf(verdict)) },
    ];
  }
  return readFindings(verdict).map((finding, position) => ({
    ...commonOf(verdict),
    id: assessmentIds[position] ?? '',
    name: finding.name.trim().slice(0, LONGEST_NAME) || verdict.scorerName,
    spanId: finding.spanId,
    content: { kind: 'feedback', value: cutValue(finding.value), error: undefined },
    rationale: finding.rationale === undefined ? undefined : cut(finding.rationale),
    metadata: new Map([...metadataOf(verdict), ...metadataOfFinding(finding)]),
  }));
}

function commonOf({ scorerName, sourceType, sourceId, judgedAt }: StoredVerdict) {
  return {
    name: scorerName.slice(0, LONGEST_NAME),
    spanId: undefined,
    source: { type: sourceType, id: sourceId?.slice(0, LONGEST_NAME) },
    rationale: undefined,
    overrides: undefined,
    isValid: true,
    createdAt: judgedAt,
    updatedAt: judgedAt,
  };
}

function metadataOf(verdict: StoredVerdict): [string, string][] {
  const { scorerName, scorerVersion, runId, traceVersion, sessionId, causeKind } = verdict;
  return told({
    [METADATA.scorerName]: scorerName,
    [METADATA.scorerVersion]: scorerVersion,
    [METADATA.runId]: runId,
    [METADATA.session]: sessionId,
    [METADATA.onlineSession]: causeKind === 'online' ? sessionId : undefined,
    [METADATA.traceVersion]: traceVersion,
  });
}

function metadataOfFinding({ metadata = {}, answer }: Verdict): [string, string][] {
  return told({
    ...metadata,
    [METADATA.cost]: answer?.costUsd,
    [METADATA.inputTokens]: answer?.inputTokens,
    [METADATA.outputTokens]: answer?.outputTokens,
    [METADATA.scorerTrace]: answer?.traceId === undefined ? undefined : `tr-${answer.traceId}`,
  });
}

function told(
  fields: Readonly<Record<string, string | number | bigint | null | undefined>>,
): [string, string][] {
  return Object.entries(fields).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [[key, cut(String(value))] as [string, string]],
  );
}

function cutValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  return text.length <= LONGEST_TEXT ? value : cut(text);
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}
