import { Rejected } from '@millrace/domain';
import { mlflowInteger, mlflowList, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';
import type { CountedEvaluation } from '../evaluations/evaluations.service.ts';
import type { EvaluationState } from '../evaluations/evaluation.ts';
import type { ScorerChoice } from '../evaluations/pin-scorers.ts';
import type { Invocation, InvocationResult, InvocationState } from '../invocations/invocation.entity.ts';

/** Messages of mlflow/WIRE.md section 13. */
export const jobMessage = mlflowMessage({ job_id: mlflowText });

export const invokeScorerMessage = mlflowMessage({
  experiment_id: mlflowText,
  serialized_scorer: z.string(),
  scorer_name: z.string().optional(),
  scorer_version: mlflowInteger.optional(),
  trace_ids: mlflowList(z.string()),
  log_assessments: z.boolean().default(false),
});
export type InvokeScorerMessage = z.output<typeof invokeScorerMessage>;

export const evaluateMessage = mlflowMessage({
  experiment_id: mlflowText,
  trace_ids: mlflowList(z.string()),
  serialized_scorers: mlflowList(z.string()),
  scorer_versions: z.array(z.int().nullable()).optional(),
});
export type EvaluateMessage = z.output<typeof evaluateMessage>;

const EVALUATION_STATUS: Readonly<Record<EvaluationState, string>> = {
  selecting: 'PENDING',
  running: 'RUNNING',
  paused: 'PENDING',
  finished: 'SUCCEEDED',
  cancelled: 'CANCELED',
  failed: 'FAILED',
};
const INVOCATION_STATUS: Readonly<Record<InvocationState, string>> = {
  waiting: 'PENDING',
  running: 'RUNNING',
  done: 'SUCCEEDED',
  failed: 'FAILED',
  cancelled: 'CANCELED',
};
const UNIT = 'traces';

/** The scorer of a message: a registered one where its version is told. */
export function toScorerChoice(
  serialized: string,
  version: number | undefined,
  name = nameIn(serialized),
): ScorerChoice {
  return version === undefined ? { name, definition: serialized } : { name, version };
}

/** The scorers of an evaluation. Throws Rejected for what can't be. */
export function toScorerChoices({ serialized_scorers, scorer_versions }: EvaluateMessage): ScorerChoice[] {
  if (serialized_scorers.length === 0) throw new Rejected('Please select at least one judge.');
  if (scorer_versions && scorer_versions.length !== serialized_scorers.length) {
    throw new Rejected('scorer_versions must have the same length as serialized_scorers');
  }
  return serialized_scorers.map((text, at) => toScorerChoice(text, scorer_versions?.[at] ?? undefined));
}

/** An invocation as a job. */
export function invocationJob(invocation: Invocation) {
  const { state, results, reason, lastUpdateTime } = invocation;
  return {
    ...jobOf(INVOCATION_STATUS[state], reason ?? null, lastUpdateTime),
    result: results
      ? Object.fromEntries((JSON.parse(results) as InvocationResult[]).map(toMlflowResult))
      : null,
  };
}

/** An evaluation as a job. */
export function evaluationJob({ evaluation, ledger }: CountedEvaluation) {
  const { state, failure, runId, scorers, endTime, creationTime } = evaluation;
  const { sampled, pending } = ledger.counts;
  return {
    ...jobOf(EVALUATION_STATUS[state], failure ?? null, endTime ?? creationTime),
    result:
      state === 'finished' ? { run_id: runId, total_traces: sampled, scorer_count: scorers.length } : null,
    progress: { phase: state, completed: sampled - pending, total: sampled, unit: UNIT },
  };
}

function jobOf(status: string, error: string | null, updatedAt: number) {
  return {
    status,
    result: null,
    error_message: error,
    status_details: null,
    status_message: null,
    progress: null,
    progress_updated_at: updatedAt,
  };
}

function toMlflowResult({ traceId, assessments, failures }: InvocationResult) {
  const id = `tr-${traceId}`;
  const told = assessments.map((assessment) => ({ ...assessment, trace_id: id }));
  const failed = failures.map((message) => ({ error_code: 'SCORER_ERROR', error_message: message }));
  return [id, { assessments: told, failures: failed }] as const;
}

function nameIn(serialized: string): string {
  try {
    const name: unknown = Reflect.get(Object(JSON.parse(serialized)), 'name');
    if (typeof name === 'string' && name !== '') return name;
  } catch {
    // Told below: it is no scorer either way.
  }
  throw new Rejected("A serialized scorer is a JSON object with a 'name'.");
}
