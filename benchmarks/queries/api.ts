import { getJson } from '../../test/support/api.ts';
import { word } from '../data/made-spans.ts';
import type { Question } from '../measure/timing.ts';
import type { BareQuestions } from './bare.ts';

const HOUR_MS = 3_600_000;

/** The questions through the API. Those with the name of a bare one are the same question. */
export function apiQuestions(url: string, facts: BareQuestions['facts']): Record<string, Question> {
  const list = (query: Record<string, string>): Question => {
    const address = `${url}/api/v1/traces?${new URLSearchParams({ experiment_id: '0', limit: '50', ...query })}`;
    return async () => (await getJson<{ traces: unknown[] }>(address)).traces.length;
  };
  const get = (path: string, rows: string): Question => {
    return async () =>
      ((await getJson<Record<string, unknown[]>>(`${url}/api/v1/${path}`))[rows] ?? []).length;
  };
  const spans = (filter: string): Question =>
    get(`spans?${new URLSearchParams({ experiment_id: '0', limit: '50', filter })}`, 'spans');
  const hourBefore = Date.parse(facts.hourBefore);
  const lastDay = {
    from: new Date(hourBefore - 23 * HOUR_MS).toISOString(),
    to: new Date(hourBefore + 2 * HOUR_MS).toISOString(),
  };
  const month = { from: new Date(hourBefore - 30 * 24 * HOUR_MS).toISOString(), to: lastDay.to };
  return {
    'latest 50': list({}),
    'errors of the last hour': list({ state: 'ERROR', from: facts.hourBefore }),
    'trace by id': async () =>
      (await getJson<{ spans: unknown[] }>(`${url}/api/v1/traces/${facts.traceId}`)).spans.length,
    'attribute filter, some': list({ 'attribute.app.shard': facts.shard }),
    'attribute filter, one': list({ 'attribute.app.request_id': facts.requestId }),
    ...figureQuestions(url, lastDay, month),
    'latest 50 spans': spans(''),
    'spans by model and status': spans("model = 'gpt-4o' AND status = 'ERROR'"),
    'spans by a tag of their trace': spans("status = 'ERROR' AND trace.tags.env = 'prod'"),
    'latest 50 sessions': get('sessions?experiment_id=0&limit=50', 'sessions'),
    'sessions with the most tokens': get('sessions?experiment_id=0&limit=50&order_by=tokens', 'sessions'),
    'a session': get(`sessions/${facts.sessionId}?experiment_id=0`, 'traces'),
    'suggested keys of metadata': get('suggestions?experiment_id=0&field=metadata', 'suggestions'),
    'feedback filter': list({ filter: "feedback.quality = 'good'" }),
    'word, common': list({ filter: `'${word(3)}'` }),
    'word, rare': list({ filter: `'${word(40_000)}'` }),
    ancestor: list({ filter: "span(name = 'chat step 6' AND ancestor(name = 'chat step 1'))" }),
    'ancestor and descendant, last day': list({
      filter:
        "span(name = 'chat step 3' AND status = 'ERROR' AND ancestor(type = 'AGENT' AND status = 'ERROR') AND descendant(status = 'ERROR'))",
      ...lastDay,
    }),
  };
}

interface Period {
  readonly from: string;
  readonly to: string;
}

function figureQuestions(url: string, lastDay: Period, month: Period): Record<string, Question> {
  const figures =
    (body: object): Question =>
    () =>
      countFigures(url, body);
  return {
    'quantiles by hour, 24 h': figures({
      measures: ['latency.p50', 'latency.p95'],
      bucket: '1h',
      ...lastDay,
    }),
    'tokens by model and day': figures({
      view: 'spans',
      measures: ['tokens.input', 'tokens.output'],
      dimensions: ['model'],
      bucket: '1d',
      ...month,
    }),
    'calls by model and day, top 2': figures({
      view: 'spans',
      measures: ['count', 'tokens'],
      dimensions: ['model'],
      bucket: '1d',
      limit: 2,
      ...month,
    }),
  };
}

async function countFigures(url: string, body: object): Promise<number> {
  const answer = await fetch(`${url}/api/v1/analytics/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ experiment_ids: ['0'], limit: 1000, ...body }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { rows: unknown[] }).rows.length;
}
