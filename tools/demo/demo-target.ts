import { setTimeout as sleep } from 'node:timers/promises';
import { createApiClient, type ApiClient } from '@millrace/api-client';

/** A running Millrace that the demo is loaded into. */
export interface DemoTarget {
  readonly api: ApiClient;
  /** Without a slash at the end; takes OTLP at /v1/traces too. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function demoTarget(url: string, workspace?: string): DemoTarget {
  const base = url.replace(/\/+$/, '');
  const headers = workspace === undefined ? {} : { 'x-mlflow-workspace': workspace };
  return { api: createApiClient({ url: base, workspace }), url: base, headers };
}

interface Answered<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The data of an answer, or an error with the server's words. */
export async function answer<Data>(
  asked: Promise<Answered<Data>>,
): Promise<Exclude<NonNullable<Data>, string>> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Exclude<NonNullable<Data>, string>;
  const told = (error as { error?: { message?: string } } | undefined)?.error?.message;
  throw new Error(told ?? `${response.url} answered ${response.status}`);
}

const WAIT_MS = 180_000;
const LOOK_EVERY_MS = 150;

/** Asks until there is an answer. Throws after three minutes: `what` says what was waited for. */
export async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await sleep(LOOK_EVERY_MS)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`waited three minutes for ${what}`);
}

/** Waits until all that was acknowledged so far can be read. */
export async function untilStored({ api }: DemoTarget): Promise<void> {
  await until('what was written to be stored', async () => {
    const query = { consistency: 'strong' } as const;
    const freshness = await answer(api.GET('/api/v1/freshness', { params: { query } }));
    return freshness.is_complete ? true : undefined;
  });
}

/** A few at a time, as a client with several connections does. */
export async function forEachOf<Item>(
  items: readonly Item[],
  width: number,
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const rest = items.values();
  const work = async (): Promise<void> => {
    for (const item of rest) await act(item);
  };
  await Promise.all(Array.from({ length: width }, work));
}
