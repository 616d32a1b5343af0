import { answer, untilStored, type DemoTarget } from './demo-target.ts';
import { loadEvaluations, loadScorers } from './load-evaluations.ts';
import { findOrMakeExperiment, markLoaded } from './load-experiment.ts';
import { loadDataset, loadReview } from './load-labelling.ts';
import { loadOpinions } from './load-opinions.ts';
import { loadTraces } from './load-traces.ts';
import { loadLoggedModels, loadPrompt } from './load-versions.ts';
import { loadWatching } from './load-watching.ts';
import { goldenTurns, planOpinions, type Opinion } from './opinions.ts';
import { Random } from './random.ts';
import { planTraffic, type PlannedTrace } from './traffic.ts';

export interface LoadedDemo {
  readonly experimentId: string;
  /** Whether an earlier call had loaded it all: then this one changed nothing. */
  readonly wasThere: boolean;
  readonly traces: number;
  readonly assessments: number;
}

export interface LoadOptions {
  readonly nowMs?: number;
  /** Told of each step before it begins. */
  readonly say?: (step: string) => void;
  /** Every how manyth trace is loaded; all of them when absent. */
  readonly every?: number;
}

/**
 * Loads the demo through the public interfaces alone and reads back that all of it is there. Called again it changes nothing; after
 * one that was stopped it goes on with the same data.
 */
export async function loadDemo(target: DemoTarget, options: LoadOptions = {}): Promise<LoadedDemo> {
  const { nowMs = Date.now(), say = () => undefined, every = 1 } = options;
  const experiment = await findOrMakeExperiment(target, nowMs);
  const { experimentId, untilMs } = experiment;
  // The experiment in the seed: trace ids are unique in a workspace.
  const random = new Random(`shop assistant ${experimentId}`);
  const traffic = planTraffic(untilMs, random).filter((_, index) => index % every === 0);
  const opinions = planOpinions(traffic, random);
  const loaded = { experimentId, traces: traffic.length, assessments: opinions.length };
  if (experiment.isLoaded) return { ...loaded, wasThere: true };

  say('prompt and versions of the application');
  await loadPrompt(target);
  const loggedModels = await loadLoggedModels(target, experimentId);
  say(`${traffic.length} traces of a week`);
  await loadTraces(target, experimentId, traffic, loggedModels);
  say(`${opinions.length} assessments`);
  await loadOpinions(target, opinions, experiment.isBegun);
  await untilStored(target);
  await verify(target, experimentId, traffic, opinions);
  say('data set, review queue, evaluations, schedule, alert');
  const datasetId = await loadDataset(target, experimentId, goldenTurns(traffic));
  await loadReview(target, experimentId, dislikedOf(opinions));
  await loadScorers(target, experimentId);
  await loadEvaluations(target, experimentId, datasetId);
  await loadWatching(target, experimentId);
  await markLoaded(target, experimentId);
  return { ...loaded, wasThere: false };
}

function dislikedOf(opinions: readonly Opinion[]): readonly string[] {
  return opinions
    .filter(({ body }) => body.name === 'helpful' && body.value === false)
    .map(({ traceId }) => traceId);
}

/** Counts what can be read. Throws when it is not what was written. */
async function verify(
  { api }: DemoTarget,
  experimentId: string,
  traffic: readonly PlannedTrace[],
  opinions: readonly Opinion[],
): Promise<void> {
  const traces = await count(api, experimentId, 'traces');
  const assessments = await count(api, experimentId, 'assessments');
  const feedback = opinions.filter(({ body }) => body.kind === 'feedback').length;
  if (traces !== traffic.length || assessments < feedback)
    throw new Error(
      `Of ${traffic.length} traces and ${feedback} verdicts that were written, ${traces} and ${assessments} can be read.`,
    );
}

async function count(
  api: DemoTarget['api'],
  experimentId: string,
  view: 'traces' | 'assessments',
): Promise<number> {
  const { rows } = (await answer(
    api.POST('/api/v1/analytics/query', {
      body: {
        view,
        experiment_ids: [experimentId],
        from: new Date(0).toISOString(),
        filter: '',
        span_filter: '',
        include_judge_traces: false,
        measures: ['count'],
        dimensions: [],
        time_zone: 'UTC',
        limit: 1,
        compare_previous: false,
      },
    }),
  )) as { rows: { measures: Record<string, number> }[] };
  return rows[0]?.measures['count'] ?? 0;
}
