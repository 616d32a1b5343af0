import type { components } from '@millrace/api-client';
import { PROMPT_NAME } from './content/prompts.ts';
import { TRIAL_DAYS } from './traffic.ts';
import { answer, until, type DemoTarget } from './demo-target.ts';

type Body = components['schemas']['CreateEvaluationBody'];

const MOST_TRACES = 100;
const DAY_MS = 24 * 3_600_000;

/** Checks that cost nothing: the server itself runs them. */
const CHECKS: Readonly<
  Record<string, { readonly kind: string; readonly parameters: Readonly<Record<string, string | number>> }>
> = {
  names_its_source: { kind: 'regex_match', parameters: { pattern: String.raw`\[[a-z]+/[a-z]+\]` } },
  short_enough: { kind: 'response_length', parameters: { max_length: 320 } },
  fast_enough: { kind: 'latency', parameters: { max_ms: 2500 } },
  cheap_enough: { kind: 'cost_limit', parameters: { max_usd: 0.002 } },
};

export const CHECK_NAMES = Object.keys(CHECKS);

/** Registers the checks as scorers of the experiment; none judges new traffic. */
export async function loadScorers({ api }: DemoTarget, experimentId: string): Promise<void> {
  const query = { experiment_id: experimentId };
  const { scorers } = await answer(api.GET('/api/v1/scorers', { params: { query } }));
  for (const [name, check] of Object.entries(CHECKS)) {
    if (scorers.some((scorer) => scorer.name === name)) continue;
    const definition = { millrace_scorer: check };
    await answer(api.POST('/api/v1/scorers', { body: { experiment_id: experimentId, name, definition } }));
  }
}

/** Evaluates both versions of the prompt, and the data set, and waits for the end. */
export async function loadEvaluations(
  target: DemoTarget,
  experimentId: string,
  datasetId: string,
): Promise<void> {
  const { evaluations: there } = await answer(
    target.api.GET('/api/v1/evaluations', { params: { query: { experiment_id: experimentId } } }),
  );
  const ids: string[] = [];
  for (const body of [
    ofPrompt(experimentId, 1),
    ofPrompt(experimentId, 2),
    ofDataset(experimentId, datasetId),
  ]) {
    const found = there.find(({ name }) => name === body.name);
    const evaluation = found ?? (await answer(target.api.POST('/api/v1/evaluations', { body })));
    ids.push(evaluation.evaluation_id);
  }
  for (const id of ids) await untilEnded(target, id);
}

async function untilEnded({ api }: DemoTarget, id: string): Promise<void> {
  const params = { path: { evaluation_id: id } };
  const state = await until('an evaluation to end', async () => {
    const evaluation = await answer(api.GET('/api/v1/evaluations/{evaluation_id}', { params }));
    const hasEnded = ['finished', 'cancelled', 'failed'].includes(evaluation.state);
    return hasEnded ? evaluation.state : undefined;
  });
  if (state !== 'finished') throw new Error(`The evaluation ${id} is ${state}`);
}

function ofPrompt(experimentId: string, version: number): Body {
  return {
    ...evaluation(experimentId, `Prompt ${PROMPT_NAME}, version ${version}`),
    from: new Date(Date.now() - TRIAL_DAYS * DAY_MS).toISOString(),
    filter: `prompt = '${PROMPT_NAME}/${version}' AND status = 'OK'`,
    max_traces: MOST_TRACES,
    scorers: CHECK_NAMES.map((name) => ({ name })),
  };
}

function ofDataset(experimentId: string, datasetId: string): Body {
  const check = { kind: 'fuzzy_match', parameters: {} };
  return {
    ...evaluation(experimentId, 'Golden questions'),
    dataset_id: datasetId,
    scorers: [
      { name: 'close_to_expected', definition: { millrace_scorer: check } },
      { name: 'names_its_source' },
    ],
  };
}

function evaluation(experimentId: string, name: string) {
  return { experiment_id: experimentId, name, cause: 'batch', filter: '', sample_rate: 1, seed: '' } as const;
}
