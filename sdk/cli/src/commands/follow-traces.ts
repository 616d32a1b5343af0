import { setTimeout as sleep } from 'node:timers/promises';
import type { components } from '@millrace/api-client';
import type { Session } from '../connection/session.ts';

type Trace = components['schemas']['Trace'];
type Query = Readonly<Record<string, string>>;

/** Spans come some time after they ended: exporters gather them, and may try again. */
const LATE_MS = 60_000;
/** Older traces that end meanwhile are not looked for: the search would read ever more. */
const OLDEST_MS = 24 * 3_600_000;
const MS_PER_SECOND = 1000;

/** Traces that end from now on, each once, until the session's signal. */
export async function* followTraces(
  session: Session,
  query: Query,
  intervalSeconds: number,
): AsyncGenerator<Trace> {
  const { signal } = session.terminal;
  const begun = Date.now();
  const shown = new Map<string, number>();
  try {
    for (;;) {
      const since = Math.max(begun, Date.now() - LATE_MS);
      for (const trace of await endedSince(session, query, since)) {
        if (!shown.has(trace.trace_id)) yield trace;
        shown.set(trace.trace_id, Date.now());
      }
      for (const [id, time] of shown) if (time < Date.now() - 2 * LATE_MS) shown.delete(id);
      await sleep(intervalSeconds * MS_PER_SECOND, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The first to end first. */
async function endedSince(session: Session, query: Query, since: number): Promise<Trace[]> {
  const ended = `end_time >= ${since} AND status != 'IN_PROGRESS'`;
  const filter = query['filter'] === undefined ? ended : `(${query['filter']}) AND ${ended}`;
  const traces: Trace[] = [];
  let token: string | undefined;
  do {
    const page = await session.millrace.take(
      session.api.GET('/api/v1/traces', {
        params: {
          query: {
            from: new Date(since - OLDEST_MS).toISOString(),
            ...query,
            filter,
            order_by: 'end_time ASC',
            ...(token !== undefined && { page_token: token }),
          },
        },
      }),
    );
    traces.push(...page.traces);
    token = page.next_page_token;
  } while (token !== undefined);
  return traces;
}
