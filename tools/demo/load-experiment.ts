import type { components } from '@millrace/api-client';
import { answer, type DemoTarget } from './demo-target.ts';

export const EXPERIMENT_NAME = 'Demo: shop assistant';

const UNTIL = 'millrace.demo.until';
const STATE = 'millrace.demo.state';
const LOADED = 'loaded';
const NOTE =
  'Made by `npm run demo`. Customers, answers and verdicts are invented; no model was asked. Only the checks of its evaluations were really run.';

interface DemoExperiment {
  readonly experimentId: string;
  /** The moment at which the week of traffic ends: kept, so that a load that was stopped goes on with the same traces. */
  readonly untilMs: number;
  readonly isLoaded: boolean;
  /** Whether an earlier load may have written a part. */
  readonly isBegun: boolean;
}

/** The experiment of the demo, made at the first call. */
export async function findOrMakeExperiment({ api }: DemoTarget, nowMs: number): Promise<DemoExperiment> {
  const query = { filter: `name = '${EXPERIMENT_NAME}'`, limit: 1 };
  const { experiments } = await answer(api.GET('/api/v1/experiments', { params: { query } }));
  const found = experiments[0];
  if (found !== undefined) return { ...read(found), isBegun: true };
  const tags = { [UNTIL]: new Date(nowMs).toISOString(), 'mlflow.note.content': NOTE };
  const made = await answer(api.POST('/api/v1/experiments', { body: { name: EXPERIMENT_NAME, tags } }));
  return { ...read(made), isBegun: false };
}

export async function markLoaded({ api }: DemoTarget, experimentId: string): Promise<void> {
  await answer(
    api.PATCH('/api/v1/experiments/{experiment_id}', {
      params: { path: { experiment_id: experimentId } },
      body: { tags: { [STATE]: LOADED } },
    }),
  );
}

function read({ experiment_id: experimentId, tags }: components['schemas']['Experiment']) {
  const untilMs = Date.parse(tags[UNTIL] ?? '');
  if (Number.isNaN(untilMs))
    throw new Error(
      `An experiment "${EXPERIMENT_NAME}" that npm run demo did not make is there already (id ${experimentId}). Rename it, or delete it, and run this again.`,
    );
  return { experimentId, untilMs, isLoaded: tags[STATE] === LOADED };
}
