import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { TimeBounds } from '../app/traffic-search.ts';
import type { Traffic } from '../app/use-traffic.ts';
import { askFigures } from './analytics.ts';
import { api, dataOf, type Schemas } from './client.ts';

export type Trace = Schemas['Trace'];
export type TraceAssessment = Schemas['TraceAssessment'];

/** Which traces, apart from order and page. */
export interface TraceSearch extends TimeBounds {
  readonly experimentId: string;
  readonly filter: string;
}

export interface TracePage {
  readonly traces: readonly Trace[];
  /** Bounds that all pages of the list share: a range up to now goes on while its pages are read. */
  readonly bounds: TimeBounds;
  readonly next?: string | undefined;
}

const PAGE = 100;
const EPOCH = '1970-01-01T00:00:00Z';
/** Metadata of traces that judges made. */
const SOURCE_SCORER = 'mlflow.trace.sourceScorer';

export type PageOptions = {
  readonly order?: string | undefined;
  readonly limit?: number;
  readonly token?: string | undefined;
  readonly signal?: AbortSignal;
};

export async function askTraces(
  { experimentId, filter, from, to }: TraceSearch,
  { order, limit = PAGE, token, signal }: PageOptions = {},
): Promise<TracePage> {
  const query = {
    experiment_id: [experimentId],
    filter,
    limit,
    from,
    to,
    ...(order !== undefined && { order_by: order }),
    ...(token !== undefined && { page_token: token }),
  };
  const page = await dataOf(api.GET('/api/v1/traces', { params: { query }, signal: signal ?? null }));
  return { traces: page.traces, next: page.next_page_token, bounds: { from, to } };
}

/** The list page by page, in an order of GET /api/v1/traces or the newest first. */
export const tracesQuery = ({ experimentId, search, filter, bounds }: Traffic, order: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['traces', experimentId, search, order ?? ''],
    initialPageParam: undefined as TracePage | undefined,
    queryFn: ({ pageParam: before, signal }) =>
      askTraces(
        { experimentId, filter, ...(before?.bounds ?? bounds()) },
        { order, token: before?.next, signal },
      ),
    getNextPageParam: (last) => (last.next === undefined ? undefined : last),
  });

/** How many there are in all. */
export const traceCountQuery = ({ experimentId, search, filter, bounds }: Traffic) =>
  queryOptions({
    queryKey: ['traces', experimentId, search, 'count'],
    queryFn: async ({ signal }): Promise<number> => {
      const { from = EPOCH, to } = bounds();
      const { rows } = await askFigures(
        {
          measures: ['count'],
          experiment_ids: [experimentId],
          filter,
          from,
          ...(to !== undefined && { to }),
          // As the list: what judges made counts only where the filter names them.
          include_judge_traces: filter.includes(SOURCE_SCORER),
        },
        signal,
      );
      return rows[0]?.measures['count'] ?? 0;
    },
  });

/** Whether the experiment has ever had a trace. */
export const hasTracesQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['traces', experimentId, 'any'],
    queryFn: async ({ signal }): Promise<boolean> =>
      (await askTraces({ experimentId, filter: '' }, { limit: 1, signal })).traces.length > 0,
  });

/** Traces that an action is for: some that were chosen, or all that a search finds. */
export type TraceTargets =
  { readonly kind: 'some'; readonly ids: readonly string[] } | ({ readonly kind: 'all' } & TraceSearch);

export function targetsBody(targets: TraceTargets) {
  if (targets.kind === 'some') return { trace_ids: [...targets.ids], filter: '' };
  const { experimentId, filter, from, to } = targets;
  return {
    experiment_id: experimentId,
    filter,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

const MOST_IDS = 1000;

/** Sets tags, null removes one. Tells after each request how many are done. */
export async function tagTraces(
  targets: TraceTargets,
  tags: Readonly<Record<string, string | null>>,
  onDone: (count: number) => void,
): Promise<number> {
  return inParts(targets, onDone, (body) =>
    dataOf(api.POST('/api/v1/traces/tags', { body: { ...body, tags } })),
  );
}

export async function deleteTraces(targets: TraceTargets, onDone: (count: number) => void): Promise<number> {
  return inParts(targets, onDone, (body) => dataOf(api.POST('/api/v1/traces/delete', { body })));
}

type PartBody = ReturnType<typeof targetsBody> & { readonly page_token?: string };

async function inParts(
  targets: TraceTargets,
  onDone: (count: number) => void,
  change: (body: PartBody) => Promise<Schemas['ChangedTraces']>,
): Promise<number> {
  let count = 0;
  for (const part of partsOf(targets)) {
    let token: string | undefined;
    do {
      const body = { ...targetsBody(part), ...(token !== undefined && { page_token: token }) };
      const answer = await change(body);
      count += answer.trace_count;
      token = answer.next_page_token;
      onDone(count);
    } while (token !== undefined);
  }
  await untilShown();
  return count;
}

/** Waits until lists show what was changed: changes are in the log before they are in the store. */
async function untilShown(): Promise<void> {
  await dataOf(api.GET('/api/v1/freshness', { params: { query: { consistency: 'strong' } } }));
}

function partsOf(targets: TraceTargets): readonly TraceTargets[] {
  if (targets.kind === 'all') return [targets];
  const parts: TraceTargets[] = [];
  for (let at = 0; at < targets.ids.length; at += MOST_IDS) {
    parts.push({ kind: 'some', ids: targets.ids.slice(at, at + MOST_IDS) });
  }
  return parts;
}

const IDS_PAGE = 500;

/** The traces meant, the newest first, `most` at most. */
export async function findTargets(targets: TraceTargets, most: number): Promise<readonly string[]> {
  if (targets.kind === 'some') return targets.ids.slice(0, most);
  const found: string[] = [];
  let token: string | undefined;
  do {
    const page = await askTraces(targets, { limit: Math.min(IDS_PAGE, most - found.length), token });
    found.push(...page.traces.map(({ trace_id }) => trace_id));
    token = page.next;
  } while (token !== undefined && found.length < most);
  return found;
}
