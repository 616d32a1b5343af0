import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';
import { askAgainAfter } from './running-trace.ts';

export type Trace = Schemas['Trace'];
export type TraceOutline = Schemas['TraceOutline'];
export type SpanDetail = Schemas['SpanDetail'];
export type Attribute = Schemas['Attribute'];

/** A trace id as the API spells it, of one that may begin with `tr-`. */
export function bareTraceId(traceId: string): string {
  return traceId.replace(/^tr-/, '').toLowerCase();
}

/** A trace and all its spans by column: enough for its tree and timeline, without payloads. */
export const outlineQuery = (traceId: string) =>
  queryOptions({
    queryKey: ['traces', bareTraceId(traceId), 'outline'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/traces/{trace_id}/outline', {
          params: { path: { trace_id: bareTraceId(traceId) } },
          signal,
        }),
      ),
    refetchInterval: ({ state: { data } }) =>
      (data !== undefined && askAgainAfter(data.trace, Date.now())) ?? false,
    // Large, and compared with what came before it in no time that is worth it.
    structuralSharing: false,
  });

/** A trace's row: what is listed of it, without its spans. */
export const traceQuery = (traceId: string) =>
  queryOptions({
    queryKey: ['traces', bareTraceId(traceId), 'row'],
    queryFn: async ({ signal }) => {
      const path = { trace_id: bareTraceId(traceId) };
      const { trace } = await dataOf(api.GET('/api/v1/traces/{trace_id}', { params: { path }, signal }));
      return trace;
    },
  });

/** A span with its payloads; asks nothing while there is no id. */
export const spanQuery = (traceId: string, spanId: string | undefined) =>
  queryOptions({
    queryKey: ['traces', traceId, 'spans', spanId],
    enabled: spanId !== undefined,
    queryFn: async ({ signal }) => {
      const path = { trace_id: traceId, span_id: spanId ?? '' };
      const { span } = await dataOf(
        api.GET('/api/v1/traces/{trace_id}/spans/{span_id}', { params: { path }, signal }),
      );
      return span;
    },
  });

/** Bytes of a large value that are asked for at once. */
const WINDOW_BYTES = 512 * 1024;

interface AttributePlace {
  readonly traceId: string;
  readonly spanId: string;
  readonly key: string;
  readonly isOfResource: boolean;
}

/** The text of an attribute, however large, from its beginning. */
export const attributeWindowsQuery = ({ traceId, spanId, key, isOfResource }: AttributePlace) =>
  infiniteQueryOptions({
    queryKey: ['traces', traceId, 'spans', spanId, isOfResource ? 'resource' : 'attributes', key],
    queryFn: ({ pageParam: offset, signal }) => {
      const params = {
        path: { trace_id: traceId, span_id: spanId, key },
        query: { offset, limit: WINDOW_BYTES },
      };
      return dataOf(
        isOfResource
          ? api.GET('/api/v1/traces/{trace_id}/spans/{span_id}/resource/{key}', { params, signal })
          : api.GET('/api/v1/traces/{trace_id}/spans/{span_id}/attributes/{key}', { params, signal }),
      );
    },
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  });
