import { setTimeout as sleep } from 'node:timers/promises';
import type { components } from '@millrace/api-client';
import type { Session } from '../connection/session.ts';
import { formatCost, formatNumber, formatTime, oneLine } from '../output/format.ts';
import { startProgress } from '../output/progress.ts';
import { renderFields, renderTable, type Column } from '../output/table.ts';
import type { Colors } from '../output/terminal.ts';

type Schemas = components['schemas'];
type Evaluation = Schemas['Evaluation'];

const LOOK_EVERY_MS = 500;
const ENDED: readonly string[] = ['finished', 'cancelled', 'failed'];

export interface Outcome {
  readonly evaluation: Evaluation;
  readonly results: Schemas['EvaluationResults'];
}

/** Shows how far it is meanwhile. Ends with the session's signal; the evaluation goes on then. */
export async function untilEnded(session: Session, id: string): Promise<Evaluation> {
  const progress = startProgress(session.terminal, 'judging', 'judged');
  try {
    for (;;) {
      const evaluation = await readEvaluation(session, id);
      const { sampled, pending } = evaluation.ledger;
      progress.update(sampled - pending, evaluation.state === 'selecting' ? undefined : sampled);
      if (ENDED.includes(evaluation.state)) return evaluation;
      await sleep(LOOK_EVERY_MS, undefined, { signal: session.terminal.signal });
    }
  } finally {
    progress.stop();
  }
}

function readEvaluation(session: Session, id: string): Promise<Evaluation> {
  const params = { path: { evaluation_id: id } };
  return session.millrace.take(session.api.GET('/api/v1/evaluations/{evaluation_id}', { params }));
}

export async function readOutcome(session: Session, id: string): Promise<Outcome> {
  const params = { path: { evaluation_id: id } };
  const evaluation = await readEvaluation(session, id);
  const results = await session.millrace.take(
    session.api.GET('/api/v1/evaluations/{evaluation_id}/results', { params }),
  );
  return { evaluation, results };
}

export function renderOutcome({ evaluation, results }: Outcome, colors: Colors): string {
  const { ledger } = evaluation;
  const fields = {
    evaluation: evaluation.evaluation_id,
    name: evaluation.name,
    state: evaluation.state,
    failure: evaluation.failure,
    run: evaluation.run_id,
    began: formatTime(evaluation.creation_time),
    ended: formatTime(evaluation.end_time),
    judged: `${ledger.scored} scored, ${ledger.skipped} skipped, ${ledger.failed} failed, ${ledger.pending} pending of ${ledger.sampled}`,
    cost: formatCost(ledger.cost_usd),
  };
  const columns: Column<Schemas['ScorerSummary']>[] = [
    { title: 'scorer', show: ({ name }) => name },
    { title: 'scored', isNumber: true, show: ({ scored }) => String(scored) },
    { title: 'failed', isNumber: true, show: ({ failed }) => String(failed) },
    { title: 'mean', isNumber: true, show: ({ mean }) => formatNumber(mean) },
    { title: 'pass rate', isNumber: true, show: ({ pass_rate: rate }) => formatNumber(rate) },
  ];
  const failures = results.failures.map(
    ({ scorer, kind, reason, count }) => `${count} × ${scorer}: ${kind}, ${oneLine(reason, 100)}`,
  );
  return [renderFields(fields, colors), '', renderTable(columns, results.scorers, colors), ...failures].join(
    '\n',
  );
}
