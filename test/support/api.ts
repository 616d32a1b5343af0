import { setTimeout as sleep } from 'node:timers/promises';

export interface ListedTrace {
  readonly trace_id: string;
  readonly span_count: number;
  readonly state: string;
}

/** Every trace of an experiment, page by page. */
export async function listTraces(url: string, experimentId = '0'): Promise<ListedTrace[]> {
  const traces: ListedTrace[] = [];
  let token = '';
  do {
    const query = new URLSearchParams({
      experiment_id: experimentId,
      limit: '500',
      ...(token !== '' && { page_token: token }),
    });
    const page = await getJson<{ traces: ListedTrace[]; next_page_token?: string }>(
      `${url}/api/v1/traces?${query}`,
    );
    traces.push(...page.traces);
    token = page.next_page_token ?? '';
  } while (token !== '');
  return traces;
}

/** Waits until all that was acknowledged before the call can be read. */
export async function untilComplete(url: string, timeoutMs = 60_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(100)) {
    const freshness = await getJson<{ is_complete: boolean }>(
      `${url}/api/v1/freshness?consistency=strong`,
    ).catch(() => undefined);
    if (freshness?.is_complete) return;
  }
  throw new Error(`not everything acknowledged was stored within ${timeoutMs} ms`);
}

export async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`GET ${url}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
