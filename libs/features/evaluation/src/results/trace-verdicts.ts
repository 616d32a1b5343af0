import { parseAssessment, type Assessment, type JsonValue, type TraceRow } from '@millrace/domain';

const SOURCE_RUN = 'mlflow.assessment.sourceRunId';

/** A finding on a trace, the newest of its name. */
export interface TraceVerdict {
  readonly name: string;
  readonly value: JsonValue;
  readonly rationale: string | undefined;
  readonly source: Assessment['source'];
}

/** Which findings count. */
export interface VerdictChoice {
  readonly name?: string | undefined;
  /** What other runs found is left out; what belongs to no run is not. */
  readonly runId?: string | undefined;
  readonly accepts?: ((source: Assessment['source']) => boolean) | undefined;
}

/** Valid feedback without an error, by name; what is said of the whole trace goes before what is said of a span, then the newest. */
export function verdictsOf(trace: Pick<TraceRow, 'assessments'>, choice: VerdictChoice): TraceVerdict[] {
  const told = [...trace.assessments.values()]
    .flatMap((text) => parseAssessment(text) ?? [])
    .filter((assessment) => isChosen(assessment, choice))
    .sort(
      (a, b) => Number(b.spanId !== undefined) - Number(a.spanId !== undefined) || a.createdAt - b.createdAt,
    );
  const newest = new Map<string, TraceVerdict>();
  for (const { name, content, rationale, source } of told) {
    if (content.kind === 'feedback') newest.set(name, { name, value: content.value, rationale, source });
  }
  return [...newest.values()];
}

function isChosen(assessment: Assessment, { name, runId, accepts }: VerdictChoice): boolean {
  const { content, isValid, metadata, source } = assessment;
  if (!isValid || content.kind !== 'feedback' || content.error || content.value === null) return false;
  if (name !== undefined && assessment.name !== name) return false;
  if (accepts && !accepts(source)) return false;
  const ofRun = metadata.get(SOURCE_RUN);
  return runId === undefined || ofRun === undefined || ofRun === runId;
}
