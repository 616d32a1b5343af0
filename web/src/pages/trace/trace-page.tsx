import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { outlineQuery } from '../../api/trace-detail.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TraceView } from './trace-view.tsx';

const route = getRouteApi('/experiments/$experimentId/traces/$traceId');

export function TracePage() {
  const { traceId } = route.useParams();
  const outline = useQuery(outlineQuery(traceId));
  if (outline.data !== undefined)
    return <TraceView key={outline.data.trace.trace_id} outline={outline.data} />;
  return (
    <Page title="Trace">
      <QueryView query={outline} lines={12}>
        {() => null}
      </QueryView>
    </Page>
  );
}
