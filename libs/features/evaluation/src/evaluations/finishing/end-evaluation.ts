import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { lockActiveRun, Run, writeBatch, type LoggedMetric, type RunStatus } from '@millrace/runs';
import type { Evaluation } from '../evaluation.ts';
import { countLedger, type Ledger } from '../ledger.ts';
import { summarize, type ScorerSummary } from '../summarize.ts';

/** How an evaluation ended. */
export interface EvaluationEnd {
  readonly state: 'finished' | 'cancelled' | 'failed';
  readonly failure?: string | undefined;
}

const RUN_STATUS: Readonly<Record<EvaluationEnd['state'], RunStatus>> = {
  finished: 'FINISHED',
  cancelled: 'KILLED',
  failed: 'FAILED',
};
const MOST_METRICS = 1_000;
const LONGEST_KEY = 250;
const ODD_CHARACTERS = /[^/\p{L}\p{N}_.\- :]/gu;

/** Ends an evaluation that is locked, and its run, which is told what came of it. */
export async function endEvaluation(
  manager: EntityManager,
  evaluation: Evaluation,
  { state, failure }: EvaluationEnd,
): Promise<void> {
  const now = Date.now();
  await manager.query('UPDATE evaluations SET state = $2, failure = $3, end_time = $4 WHERE id = $1', [
    evaluation.id,
    state,
    failure ?? null,
    now,
  ]);
  const ledger = await countLedger(manager, evaluation.id);
  const metrics = [
    ...scoreMetrics(await summarize(manager, evaluation.id)),
    ...ledgerMetrics(evaluation, ledger),
  ].slice(0, MOST_METRICS);
  await endRun(manager, evaluation, RUN_STATUS[state], {
    metrics: metrics.map(([key, value]) => ({ key, value, timestamp: now, step: 0 })),
    tags: [
      { key: 'millrace.evaluation.state', value: state },
      { key: 'millrace.evaluation.coverage', value: describeCoverage(evaluation, ledger) },
    ],
  });
}

/** A run that someone deleted meanwhile stays as it is. */
async function endRun(
  manager: EntityManager,
  { workspaceId, runId }: Evaluation,
  status: RunStatus,
  batch: {
    readonly metrics: readonly LoggedMetric[];
    readonly tags: readonly { readonly key: string; readonly value: string }[];
  },
): Promise<void> {
  try {
    const place = await lockActiveRun(manager, workspaceId, runId);
    await writeBatch(manager, place, { ...batch, params: [] });
    await manager.update(Run, runId, { status, endTime: Date.now() });
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
  }
}

/** `<scorer>/mean` as MLflow's own evaluations name it, and beside it what a mean hides. */
function scoreMetrics(summaries: readonly ScorerSummary[]): [string, number][] {
  return summaries.flatMap(({ name, scored, passRate, mean, quantiles }) => {
    const metrics: [string, number | undefined][] = [
      ['mean', mean],
      ['count', scored],
      ['pass_rate', passRate],
      ...(passRate === undefined ? Object.entries(quantiles ?? {}) : []),
    ];
    const prefix = name.replace(ODD_CHARACTERS, '_').slice(0, LONGEST_KEY - 20);
    return metrics.flatMap(([key, value]): [string, number][] =>
      value === undefined ? [] : [[`${prefix}/${key}`, value]],
    );
  });
}

function ledgerMetrics({ eligible }: Evaluation, ledger: Ledger): [string, number][] {
  const { sampled, scored, skipped, failed } = ledger.counts;
  return [
    ['coverage/eligible', eligible],
    ['coverage/sampled', sampled],
    ['coverage/scored', scored],
    ['coverage/skipped', skipped],
    ['coverage/failed', failed],
    ['models/cost_usd', ledger.costUsd],
    ['models/input_tokens', ledger.inputTokens],
    ['models/output_tokens', ledger.outputTokens],
  ];
}

function describeCoverage({ eligible }: Evaluation, { counts, reasons }: Ledger): string {
  const { sampled, pending, scored, skipped, failed } = counts;
  return JSON.stringify({
    eligible,
    sampled,
    pending,
    scored,
    skipped,
    failed,
    reasons: reasons.slice(0, 10),
  });
}
