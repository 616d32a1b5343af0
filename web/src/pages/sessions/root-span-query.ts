import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.ts';
import type { Trace } from '../../api/traces.ts';

/** What the root was asked and answered, whole: a trace of the list has only the beginning. */
export const rootSpanQuery = ({ trace_id: traceId, root_span_id: spanId, version }: Trace) =>
  queryOptions({
    queryKey: ['spans', traceId, spanId, version],
    enabled: spanId !== undefined,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const path = { trace_id: traceId, span_id: spanId ?? '' };
      const { span } = await dataOf(
        api.GET('/api/v1/traces/{trace_id}/spans/{span_id}', { params: { path }, signal }),
      );
      return span;
    },
  });
