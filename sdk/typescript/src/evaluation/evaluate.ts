import { readSettings, type Settings } from '@millrace/tracing/runtime';
import { Connection } from '../connection/connection.ts';
import { Datasets } from '../datasets/datasets.ts';
import { currentSettings } from '../init.ts';
import { EvaluationDesk } from './evaluation-desk.ts';
import { asEvaluationError, EvaluationError } from './evaluation-error.ts';
import type {
  EvaluateOptions,
  EvaluationRecord,
  EvaluationResult,
  EvaluationRow,
  EvaluationTarget,
  Json,
  LocalScorer,
  ScorerVerdict,
} from './evaluation.ts';
import { mapBounded } from './map-bounded.ts';
import { RecordTraces, type Prediction } from './record-traces.ts';
import { summarize } from './scorer-values.ts';

const USUAL_CONCURRENCY = 8;
const USUAL_TIMEOUT_MS = 600_000;

interface Example<Inputs extends object, Outputs> {
  readonly record: EvaluationRecord<Inputs>;
  readonly prediction: Prediction<Outputs>;
}

/** An evaluation under way. */
interface Work<Inputs extends object, Outputs> {
  readonly options: EvaluateOptions<Inputs, Outputs>;
  readonly desk: EvaluationDesk;
  readonly experimentId: string;
  readonly runId: string;
  readonly concurrency: number;
  readonly deadline: number;
}

/**
 * Runs your application on every record, each in a trace of its own, lets scorers judge what came out, and keeps all of it in a
 * run of Millrace. A record that fails is a row with an error, never lost. Throws EvaluationError when Millrace can't be reached
 * or refuses.
 */
export function evaluate<Inputs extends object, Outputs>(
  options: EvaluateOptions<Inputs, Outputs>,
): Promise<EvaluationResult<Inputs, Outputs>> {
  return evaluateWith(currentSettings(), options);
}

/** The same on other settings than those of `init`. */
export async function evaluateWith<Inputs extends object, Outputs>(
  settings: Settings,
  options: EvaluateOptions<Inputs, Outputs>,
): Promise<EvaluationResult<Inputs, Outputs>> {
  try {
    return await evaluateThere(options, settingsOf(settings, options));
  } catch (error) {
    throw asEvaluationError(error);
  }
}

async function evaluateThere<Inputs extends object, Outputs>(
  options: EvaluateOptions<Inputs, Outputs>,
  settings: Settings,
): Promise<EvaluationResult<Inputs, Outputs>> {
  const { concurrency = USUAL_CONCURRENCY, timeoutMs = USUAL_TIMEOUT_MS } = options;
  if (!(concurrency >= 1)) throw new EvaluationError('concurrency must be 1 or more.');
  const connection = new Connection(settings);
  const desk = new EvaluationDesk(connection);
  const experimentId = await connection.experimentNamed(options.experiment);
  const records = await recordsOf(options.data, new Datasets(connection));
  const runId = await desk.createRun(experimentId, options.name);
  const traces = new RecordTraces({ ...settings, experiment: { id: experimentId } });
  const work = { options, desk, experimentId, runId, concurrency, deadline: Date.now() + timeoutMs };
  try {
    return { ...(await run(work, records, traces)), links: linksOf(settings.url, experimentId, runId) };
  } catch (error) {
    await desk.endRun(runId, 'FAILED', {}).catch(() => undefined);
    throw error;
  } finally {
    await traces.close();
  }
}

/** Those of `init`, but for what the evaluation names itself: another address means another key too. */
function settingsOf(current: Settings, { url, token, workspace, headers }: EvaluationTarget): Settings {
  const named = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(workspace !== undefined && { 'x-mlflow-workspace': workspace }),
    ...headers,
  };
  const own = readSettings(url === undefined ? {} : { url });
  const isElsewhere = url !== undefined && own.url !== current.url;
  const base = isElsewhere ? own : current;
  return { ...current, url: base.url, headers: { ...base.headers, ...named } };
}

async function run<Inputs extends object, Outputs>(
  work: Work<Inputs, Outputs>,
  records: readonly EvaluationRecord<Inputs>[],
  traces: RecordTraces,
): Promise<Omit<EvaluationResult<Inputs, Outputs>, 'links'>> {
  const { options, desk, experimentId, runId, concurrency, deadline } = work;
  const examples = await mapBounded(records, concurrency, async (record) => {
    return { record, prediction: await traces.predict(record.inputs, options.predict) };
  });
  await traces.flush();
  const traceIds = examples.map(({ prediction }) => prediction.traceId);
  await desk.untilReadable(deadline);
  await desk.linkTraces({ experimentId, runId }, traceIds, concurrency);
  const own = await mapBounded(examples, concurrency, (example) => scoreHere(work, example));
  const judged = await judgeThere(work, examples);
  const rows = examples.map((example, at) =>
    toRow(example, [...(own[at] ?? []), ...(judged.verdicts[at] ?? [])]),
  );
  const scorers = summarize(rows);
  const metrics = Object.entries(scorers).flatMap(([name, { mean }]) =>
    mean === undefined ? [] : [[`${name}/mean`, mean] as const],
  );
  // So that the links lead to all of it: which traces are the run's and what was said of them.
  await desk.untilReadable(deadline);
  await desk.endRun(runId, 'FINISHED', Object.fromEntries(metrics));
  const errors = rows.filter(({ error }) => error !== undefined).length;
  const { evaluationId } = judged;
  const summary = { rows: rows.length, errors, scorers };
  return { experimentId, runId, ...(evaluationId !== undefined && { evaluationId }), rows, summary };
}

async function recordsOf<Inputs extends object>(
  data: readonly EvaluationRecord<Inputs>[] | string,
  datasets: Datasets,
): Promise<readonly EvaluationRecord<Inputs>[]> {
  if (typeof data !== 'string') return data;
  const records: EvaluationRecord<Inputs>[] = [];
  for await (const { inputs, expectations } of (await datasets.get(data)).records()) {
    // Of a data set nobody knows the type but the caller.
    records.push({ inputs: inputs as Inputs, ...(expectations && { expectations }) });
  }
  return records;
}

/** Expectations and the findings of scorers that run here, said of the trace. */
async function scoreHere<Inputs extends object, Outputs>(
  { options, desk, runId }: Work<Inputs, Outputs>,
  { record, prediction }: Example<Inputs, Outputs>,
): Promise<ScorerVerdict[]> {
  const { traceId } = prediction;
  const metadata = { 'mlflow.assessment.sourceRunId': runId };
  for (const [name, value] of Object.entries(record.expectations ?? {})) {
    const source = { type: 'code' as const, id: '@millrace/sdk' };
    await desk.assess(traceId, { name, kind: 'expectation', value, source, metadata });
  }
  if (prediction.error !== undefined) return [];
  const verdicts: ScorerVerdict[] = [];
  for (const scorer of options.scorers) {
    if (typeof scorer === 'string') continue;
    const verdict = await ask(scorer, {
      inputs: record.inputs,
      // Set whenever there is no error.
      outputs: prediction.outputs as Outputs,
      expectations: record.expectations ?? {},
      traceId,
    });
    const { name, value, rationale, error } = verdict;
    await desk.assess(traceId, {
      name,
      kind: 'feedback',
      source: { type: 'code', id: name },
      metadata,
      ...(value !== undefined && { value }),
      ...(rationale !== undefined && { rationale }),
      ...(error !== undefined && { error: { code: 'SCORER_ERROR', message: error } }),
    });
    verdicts.push(verdict);
  }
  return verdicts;
}

async function ask<Inputs extends object, Outputs>(
  scorer: LocalScorer<Inputs, Outputs>,
  example: Parameters<LocalScorer<Inputs, Outputs>['score']>[0],
): Promise<ScorerVerdict> {
  const { name } = scorer;
  try {
    const result = await scorer.score(example);
    if (typeof result === 'object' && result !== null && 'rationale' in result && 'value' in result) {
      return { name, value: result.value as Json, rationale: String(result.rationale) };
    }
    return { name, value: result as Json };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
}

/** What scorers of Millrace find, by row; those of which `predict` failed are not judged. */
async function judgeThere<Inputs extends object, Outputs>(
  { options, desk, experimentId, concurrency, deadline }: Work<Inputs, Outputs>,
  examples: readonly Example<Inputs, Outputs>[],
): Promise<{ readonly evaluationId?: string; readonly verdicts: readonly (readonly ScorerVerdict[])[] }> {
  const scorers = options.scorers.filter((scorer) => typeof scorer === 'string');
  const judged = examples.filter(({ prediction }) => prediction.error === undefined);
  if (scorers.length === 0 || judged.length === 0) return { verdicts: [] };
  await desk.untilReadable(deadline);
  const ended = await desk.judge(
    {
      experiment_id: experimentId,
      ...(options.name !== undefined && { name: options.name }),
      trace_ids: judged.map(({ prediction }) => `tr-${prediction.traceId}`),
      scorers: await desk.scorers(experimentId, scorers),
    },
    deadline,
  );
  await desk.untilReadable(deadline);
  const verdicts = await mapBounded(examples, concurrency, ({ prediction }) =>
    desk.verdicts(prediction.traceId, ended.run_id),
  );
  return { evaluationId: ended.evaluation_id, verdicts };
}

function toRow<Inputs extends object, Outputs>(
  { record, prediction }: Example<Inputs, Outputs>,
  verdicts: readonly ScorerVerdict[],
): EvaluationRow<Inputs, Outputs> {
  const { inputs, expectations = {} } = record;
  return { inputs, expectations, ...prediction, verdicts };
}

function linksOf(url: string, experimentId: string, runId: string) {
  const filter = encodeURIComponent(`run_id = '${runId}'`);
  return {
    run: `${url}/api/v1/runs/${runId}`,
    traces: `${url}/api/v1/traces?experiment_id=${experimentId}&filter=${filter}`,
  };
}
