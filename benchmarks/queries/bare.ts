import type { EngineClient } from '../measure/engine-client.ts';
import type { Question } from '../measure/timing.ts';

/** What the API lists of a trace, so that both sides read the same columns. */
const COLUMNS = `lower(hex(trace_id)), experiment_id, request_time, duration, name, state, span_count, error_count, services, models,
  tokens_input, tokens_cache_read, tokens_cache_write, tokens_output, tokens_reasoning, tokens_total, session_id, user_id,
  client_request_id, request_preview, response_preview, tags, metadata, assessments, run_ids`;
const SPAN_COLUMNS = `span_id, parent_span_id, name, type, start_time, end_time, status_code, status_message, service, model,
  provider, tokens_input, tokens_output, tokens_total`;

export interface BareQuestions {
  readonly questions: Readonly<Record<string, Question>>;
  /** What is asked for, found in the data. */
  readonly facts: {
    readonly traceId: string;
    readonly hourBefore: string;
    readonly shard: string;
    readonly requestId: string;
    readonly sessionId: string;
  };
}

/** The best single statement that we know for each question, on our tables, with the de-duplication that our reads have. */
export async function bareQuestions(client: EngineClient): Promise<BareQuestions> {
  const facts = await findFacts(client);
  const { traceId, hourBefore } = facts;
  const rows = (sql: string): Question => {
    return async () => (await client.rows(sql, { do_not_merge_across_partitions_select_final: 1 })).length;
  };
  const list = (condition: string): Question =>
    rows(
      `SELECT ${COLUMNS} FROM traces FINAL WHERE experiment_id = 0 AND ${condition} ORDER BY request_time DESC, trace_id LIMIT 50`,
    );
  const sinceHour = `request_time >= parseDateTimeBestEffort('${hourBefore}')`;
  const having = (key: string, value: string): Question =>
    list(
      `trace_id IN (SELECT trace_id FROM spans FINAL WHERE experiment_id = 0 AND attributes['${key}'] = '${value}')`,
    );
  return {
    facts,
    questions: {
      'latest 50': list(sinceHour),
      'errors of the last hour': list(`${sinceHour} AND state = 'ERROR'`),
      'trace by id': rows(
        `WITH (SELECT (min(min_span_start), max(max_span_start)) FROM trace_index WHERE workspace_id = 'default' AND trace_id = unhex('${traceId}')) AS bounds
         SELECT ${SPAN_COLUMNS} FROM spans FINAL WHERE experiment_id = 0 AND start_time BETWEEN bounds.1 AND bounds.2 AND trace_id = unhex('${traceId}')`,
      ),
      'attribute filter, some': having('app.shard', facts.shard),
      'attribute filter, one': having('app.request_id', facts.requestId),
      'quantiles by hour, 24 h': rows(
        `SELECT toStartOfHour(request_time) AS hour, quantiles(0.5, 0.95)(duration) FROM traces FINAL
         WHERE experiment_id = 0 AND request_time >= parseDateTimeBestEffort('${hourBefore}') - INTERVAL 23 HOUR GROUP BY hour`,
      ),
      'calls by model and day, top 2': rows(
        `SELECT toDate(start_time) AS day, model, count() AS calls, sum(tokens_total) FROM spans FINAL WHERE experiment_id = 0 GROUP BY day, model
         ORDER BY sum(calls) OVER (PARTITION BY model) DESC`,
      ),
      ...spanQuestions(rows, hourBefore),
      'latest 50 sessions': rows(
        `SELECT session_id, max(request_time) AS last, min(request_time), count(), countIf(state = 'ERROR'), sum(tokens_total), sum(cost_total)
         FROM traces FINAL WHERE experiment_id = 0 AND ${sinceHour} GROUP BY session_id ORDER BY last DESC LIMIT 50`,
      ),
      'tokens by model and day': rows(
        `SELECT toDate(start_time) AS day, model, sum(tokens_input), sum(tokens_output) FROM spans FINAL WHERE experiment_id = 0 GROUP BY day, model`,
      ),
    },
  };
}

function spanQuestions(rows: (sql: string) => Question, hourBefore: string): Record<string, Question> {
  const sinceHour = `request_time >= parseDateTimeBestEffort('${hourBefore}')`;
  const startedInHour = `start_time >= parseDateTimeBestEffort('${hourBefore}')`;
  return {
    'latest 50 spans': rows(
      `SELECT trace_id, ${SPAN_COLUMNS} FROM spans FINAL WHERE experiment_id = 0 AND ${startedInHour} ORDER BY start_time DESC, trace_id, span_id LIMIT 50`,
    ),
    'spans by a tag of their trace': rows(
      `SELECT trace_id, ${SPAN_COLUMNS} FROM spans FINAL WHERE experiment_id = 0 AND ${startedInHour} AND status_code = 2
           AND trace_id IN (SELECT trace_id FROM traces FINAL WHERE experiment_id = 0 AND ${sinceHour} AND tags['env'] = 'prod')
         ORDER BY start_time DESC, trace_id, span_id LIMIT 50`,
    ),
  };
}

async function findFacts(client: EngineClient): Promise<BareQuestions['facts']> {
  const one = async (sql: string): Promise<string> => (await client.rows(sql))[0] ?? '';
  const traceId = await one(
    'SELECT lower(hex(trace_id)) FROM traces WHERE experiment_id = 0 ORDER BY cityHash64(trace_id) LIMIT 1',
  );
  const attribute = (key: string): Promise<string> =>
    one(
      `SELECT attributes['${key}'] FROM spans WHERE experiment_id = 0 AND trace_id = unhex('${traceId}') LIMIT 1`,
    );
  return {
    traceId,
    hourBefore: await one(
      "SELECT formatDateTime(max(request_time) - INTERVAL 1 HOUR, '%Y-%m-%dT%H:%i:%SZ') FROM traces",
    ),
    shard: await attribute('app.shard'),
    requestId: await attribute('app.request_id'),
    sessionId: await one(
      `SELECT session_id FROM traces WHERE experiment_id = 0 AND trace_id = unhex('${traceId}') LIMIT 1`,
    ),
  };
}
