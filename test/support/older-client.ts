import { readFileSync } from 'node:fs';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

const CALLS: readonly Call[] = readFileSync('test/fixtures/mlflow-3.0.0-trace.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Call);

/** The calls by which MLflow 3.0.0 logged a trace of the spans agent and ask, recorded, made again as a new trace; answers its id. */
export async function logTraceAsOlderClient(url: string, experimentId = '0'): Promise<string> {
  const [start, ...others] = CALLS;
  if (!start) throw new Error('nothing was recorded');
  const filled = (text: string, trace = '') =>
    text.replaceAll('{experiment}', experimentId).replaceAll('{trace}', trace);
  const started = await call(url + start.path, start.method, filled(start.body));
  const { trace_info: info } = JSON.parse(started) as { trace_info: { request_id: string } };
  const id = info.request_id;
  for (const { method, path, body } of others) await call(url + filled(path, id), method, filled(body, id));
  return id;
}

/** Where such a client keeps the spans of a trace. */
export function spansFile(url: string, id: string, experimentId = '0'): string {
  return `${url}/api/2.0/mlflow-artifacts/artifacts/${experimentId}/traces/${id}/artifacts/traces.json`;
}

async function call(address: string, method: string, body: string): Promise<string> {
  const type = method === 'PUT' ? 'text/plain' : 'application/json';
  const answer = await fetch(address, { method, body, headers: { 'content-type': type } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`);
  return text;
}
