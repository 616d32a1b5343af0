import type { Question } from '../measure/timing.ts';

/** Runs SQL on the registry's PostgreSQL. */
export type RunSql = (sql: string) => Promise<unknown>;

const SMALL_EXPERIMENTS = 100;
const RUNS_OF_SMALL = 1000;
const PAGE = 100;
const DAY_MS = 86_400_000;
/** Of one log-batch. */
const MOST_METRICS = 1000;

/**
 * One experiment with all runs but some, and a hundred small ones; a run has three tags, params and metrics, and one point of each
 * metric. Indexes of values are built at the end.
 */
export async function fillRuns(runSql: RunSql, count: number): Promise<void> {
  const indexes = await dropValueIndexes(runSql);
  const big = 1 + SMALL_EXPERIMENTS;
  for (const statement of [
    `INSERT INTO experiments (id, workspace_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time)
     SELECT n, 'default', 'bench-' || n, 'mlflow-artifacts:/' || n, 'active', ${Date.now()}, ${Date.now()}
     FROM generate_series(1, ${big}) AS n`,
    // Sorted by id, so that the tables grow at their end.
    `CREATE TABLE made_runs AS
     SELECT md5(n::text) AS run_id, n,
            CASE WHEN n <= ${SMALL_EXPERIMENTS * RUNS_OF_SMALL} THEN 1 + n / ${RUNS_OF_SMALL + 1} ELSE ${big} END AS experiment_id
     FROM generate_series(1, ${count}) AS n ORDER BY 1`,
    `INSERT INTO runs
     SELECT run_id, experiment_id, 'run-' || n, 'user-' || n % 50, CASE WHEN n % 100 = 0 THEN 'FAILED' ELSE 'FINISHED' END,
            ${Date.now()} - (n::bigint * 7919 * 7907 % ${90 * DAY_MS}), ${Date.now()}, 'mlflow-artifacts:/' || run_id, 
            CASE WHEN n % 1000 = 0 THEN 'deleted' ELSE 'active' END
     FROM made_runs`,
    `INSERT INTO run_tags SELECT run_id, experiment_id, tag.key, tag.value FROM made_runs,
     LATERAL (VALUES ('mlflow.runName', 'run-' || n), ('team', 'team-' || n * 31 % 100), ('env', (ARRAY['prod', 'dev', 'test'])[1 + n % 3])) AS tag (key, value)`,
    `INSERT INTO run_params SELECT run_id, experiment_id, param.key, param.value FROM made_runs,
     LATERAL (VALUES ('lr', '0.' || n * 7 % 1000), ('model', 'model-' || n % 10), ('prompt', 'prompts:/qa/' || n % 200)) AS param (key, value)`,
    `INSERT INTO latest_metrics SELECT run_id, experiment_id, metric.key, metric.value, 1, 1 FROM made_runs,
     LATERAL (VALUES ('accuracy', (n::bigint * 48271 % 1000003) / 1000003.0), ('latency', (n::bigint * 69621 % 999983) / 100.0), ('tokens', n % 5000)) AS metric (key, value)
     WHERE n % 50 <> 0 OR metric.key <> 'accuracy'`,
    `INSERT INTO metrics (run_id, key, value, timestamp, step)
     SELECT run_id, key, value, timestamp, step FROM latest_metrics ORDER BY run_id, key`,
    ...indexes,
    'DROP TABLE made_runs',
    'ANALYZE',
  ]) {
    await runSql(statement);
  }
}

async function dropValueIndexes(runSql: RunSql): Promise<string[]> {
  const rows = (await runSql(
    `SELECT indexname, indexdef FROM pg_indexes
     WHERE tablename IN ('runs', 'run_tags', 'run_params', 'latest_metrics', 'metrics') AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
  )) as { indexname: string; indexdef: string }[];
  for (const { indexname } of rows) await runSql(`DROP INDEX ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}

interface Search {
  readonly filter?: string;
  readonly order_by?: readonly string[];
  readonly experiment_ids?: readonly string[];
  readonly page_token?: string;
  readonly max_results?: number;
}

/** Pages of 100 runs as a client asks for them; each gives the number of runs of its answer. */
export async function runQuestions(url: string): Promise<Record<string, Question>> {
  const big = String(1 + SMALL_EXPERIMENTS);
  const all = Array.from({ length: 1 + SMALL_EXPERIMENTS }, (_, index) => String(index + 1));
  const search = async (asked: Search) => {
    const body = JSON.stringify({ experiment_ids: [big], max_results: PAGE, ...asked });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/2.0/mlflow/runs/search`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { runs?: { info: { run_id: string } }[]; next_page_token: string };
  };
  const ask = (asked: Search) => async () => (await search(asked)).runs?.length ?? 0;
  const deep = async (asked: Search) =>
    ask({ ...asked, page_token: (await search({ ...asked, max_results: 20_000 })).next_page_token });
  const [first] = (await search({})).runs ?? [];
  const accuracy = { order_by: ['metrics.accuracy DESC'] };
  return {
    newest: ask({}),
    newestDeep: await deep({}),
    newestOfManyExperiments: ask({ experiment_ids: all }),
    oneRun: async () =>
      (await fetch(`${url}/api/2.0/mlflow/runs/get?run_id=${first?.info.run_id}`)).ok ? 1 : 0,
    byName: ask({ filter: "attributes.run_name = 'run-500001'" }),
    byNamePattern: ask({ filter: "attributes.run_name LIKE 'run-77%'" }),
    byStatus: ask({ filter: "attributes.status = 'FAILED'" }),
    byTagOfAThird: ask({ filter: "tags.env = 'prod'" }),
    byTagOfOneInAHundred: ask({ filter: "tags.team = 'team-7'" }),
    byTagOfOneRun: ask({ filter: "tags.`mlflow.runName` = 'run-500001'" }),
    byTagOfNone: ask({ filter: "tags.team = 'nobody'" }),
    byParamOfOneInAThousand: ask({ filter: "params.lr = '0.123'" }),
    byParamOfATenth: ask({ filter: "params.model = 'model-3'" }),
    byMetricOfOneInAHundred: ask({ filter: 'metrics.accuracy > 0.99' }),
    byMetricOfOneInTenThousand: ask({ filter: 'metrics.accuracy > 0.9999' }),
    byTagParamAndMetric: ask({
      filter: "tags.env = 'dev' AND params.model = 'model-3' AND metrics.accuracy > 0.9",
    }),
    orderedByMetric: ask(accuracy),
    orderedByMetricRising: ask({ order_by: ['metrics.latency ASC'] }),
    orderedByMetricDeep: await deep(accuracy),
    orderedByMetricAboveThreshold: ask({
      filter: 'metrics.latency > 9000',
      order_by: ['metrics.latency ASC'],
    }),
    orderedByMetricOfATag: ask({ filter: "tags.team = 'team-7'", ...accuracy }),
    orderedByName: ask({ order_by: ['attributes.run_name'] }),
    logThousandMetrics: await logMetrics(url, big, MOST_METRICS),
  };
}

/** Logs so many metrics to one run, each time a step further; gives their number. */
async function logMetrics(url: string, experimentId: string, count: number): Promise<Question> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/2.0/mlflow/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const created = await post('runs/create', { experiment_id: experimentId });
  const { run } = created as { run: { info: { run_id: string } } };
  let step = 0;
  return async () => {
    step += 1;
    const metrics = Array.from({ length: count }, (_, index) => ({
      key: `metric-${index}`,
      value: index / step,
      timestamp: Date.now(),
      step,
    }));
    await post('runs/log-batch', { run_id: run.info.run_id, metrics });
    return count;
  };
}
