import { Button, Code, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hasTracesQuery } from '../../api/traces.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { EmptyState } from '../../components/empty-state.tsx';

/** Says why the list is empty, and how it would not be. */
export function NoTraces() {
  const { experimentId, search, filter, change } = useTraffic();
  const { data: hasTraces } = useQuery(hasTracesQuery(experimentId));
  if (hasTraces === undefined) return null;
  if (!hasTraces) return <NeverTraced experimentId={experimentId} />;
  const kept = filter === '' ? {} : { filter };
  return (
    <EmptyState title="No trace matches">
      {filter === ''
        ? 'There are traces outside this time range.'
        : 'None in this time range fits the filter.'}
      <Group justify="center" mt="md">
        {search.range !== 'all' && (
          <Button size="xs" variant="default" onClick={() => change({ ...kept, range: 'all' })}>
            Look at all time
          </Button>
        )}
        {filter !== '' && (
          <Button size="xs" variant="default" onClick={() => change({ ...search, filter: undefined })}>
            Drop the filter
          </Button>
        )}
      </Group>
    </EmptyState>
  );
}

function NeverTraced({ experimentId }: { readonly experimentId: string }) {
  const snippet = [
    `export OTEL_EXPORTER_OTLP_ENDPOINT=${location.origin}`,
    `export OTEL_EXPORTER_OTLP_HEADERS=x-mlflow-experiment-id=${experimentId}`,
  ].join('\n');
  return (
    <EmptyState title="No trace has come yet">
      Point an OpenTelemetry exporter at this server; the list shows what comes by itself.
      <Code block mt="md" ta="left">
        {snippet}
      </Code>
      <Button component={Link} to="/start" size="xs" variant="default" mt="md">
        Other ways to send one
      </Button>
    </EmptyState>
  );
}
