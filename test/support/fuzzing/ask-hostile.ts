import { request, type OutgoingHttpHeaders } from 'node:http';

import type { RecordedCall } from './recorded-calls.ts';

const PATIENCE_MS = 20_000;
/** Characters of one value: Node refuses longer addresses by itself. */
const LONGEST_QUERY = 4_000;

export interface HostileRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

export function toRequest({ method, path, query, body }: RecordedCall): HostileRequest {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(query))
    for (const value of values) search.append(name, value.slice(0, LONGEST_QUERY));
  const hasBody = body !== undefined && method !== 'GET';
  return {
    method,
    path: search.size > 0 ? `${path}?${search.toString()}` : path,
    ...(hasBody && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  };
}

/** What is wrong with how a request was answered; undefined where nothing is. */
export async function faultOf(
  url: string,
  workspace: string,
  asked: HostileRequest,
): Promise<string | undefined> {
  const headers = { 'x-mlflow-workspace': workspace, ...asked.headers };
  const { status, text } = await send(url, { ...asked, headers });
  const what = `${asked.method} ${asked.path.slice(0, 300)} ${asked.body?.slice(0, 500) ?? ''}`;
  // What is refused for good (docs/mlflow.md) says so by 501.
  if (status >= 500 && status !== 501) return `${what}\n  ${status} ${text.slice(0, 500)}`;
  // Outside of them: OTLP's errors in protobuf, and addresses that are none.
  if (status >= 400 && status !== 404 && asked.path.startsWith('/api/') && text !== '' && !isError(text))
    return `${what}\n  ${status} without a JSON error: ${text.slice(0, 300)}`;
  return undefined;
}

/** Not by fetch, which mends what it is given. Status 599 for no answer in time or a connection that broke. */
function send(
  url: string,
  { method, path, headers = {}, body }: HostileRequest,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve) => {
    const fail = (error: Error): void => resolve({ status: 599, text: error.message });
    const { hostname, port } = new URL(url);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    // A connection of its own: one that is kept may be closed by the server when the next request leaves.
    const options = { hostname, port, method, path, headers, signal, agent: false };
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', fail);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 599, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.once('error', fail);
    sent.end(body);
  });
}

/** As MLflow's clients read it, as ours does, or as OTLP says. */
function isError(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null) return false;
    return 'error_code' in answer || 'error' in answer || 'message' in answer;
  } catch {
    return false;
  }
}
