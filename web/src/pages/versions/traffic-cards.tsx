import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTraffic } from '../../app/use-traffic.ts';
import { DataTable } from '../../components/data-table.tsx';
import { formatCost, formatCount, formatDuration, formatPercent } from '../../components/format.ts';
import { QueryView } from '../../components/query-view.tsx';
import { formatScore } from './format-score.ts';
import { modelTrafficQuery } from './model-traffic.ts';

/** What figures a version has, and how each is written. */
export const FIGURES: readonly (readonly [
  label: string,
  measure: string,
  format: (value: number) => string,
])[] = [
  ['Traces', 'count', formatCount],
  ['Error rate', 'error_rate', formatPercent],
  ['Latency p50', 'latency.p50', formatDuration],
  ['Latency p95', 'latency.p95', formatDuration],
  ['Tokens a trace', 'tokens.avg', formatCount],
  ['Cost a trace', 'cost.avg', formatCost],
  ['Cost', 'cost.sum', formatCost],
];

/** Traffic and scores of one version in the time of the page. */
export function TrafficCards({ modelId }: { readonly modelId: string }) {
  const { experimentId, search } = useTraffic();
  const traffic = useQuery(modelTrafficQuery(experimentId, search));
  return (
    <QueryView query={traffic} lines={2}>
      {(figures) => {
        const { measures = {}, scores = new Map() } = figures.get(modelId) ?? {};
        return (
          <Stack gap="lg">
            <Group justify="space-between">
              <Title order={2}>Traffic</Title>
              <Anchor
                component={Link}
                size="sm"
                to="/experiments/$experimentId/traces"
                params={{ experimentId } as never}
                search={((all: object) => ({ ...all, filter: `logged_model = '${modelId}'` })) as never}
              >
                Its traces
              </Anchor>
            </Group>
            <SimpleGrid cols={{ base: 2, sm: 4, lg: 7 }} spacing="sm">
              {FIGURES.map(([label, measure, format]) => (
                <Paper key={measure} withBorder p="sm">
                  <Text size="xs" c="var(--text-soft)">
                    {label}
                  </Text>
                  <Text fw={600} size="lg" className="tabular">
                    {measures[measure] === undefined ? '–' : format(measures[measure])}
                  </Text>
                </Paper>
              ))}
            </SimpleGrid>
            {scores.size > 0 && (
              <DataTable
                label="Scores"
                rows={[...scores]}
                keyOf={([name]) => name}
                columns={[
                  { label: 'Scorer', render: ([name]) => name },
                  { label: 'Score', isFigure: true, render: ([, score]) => formatScore(score) },
                  { label: 'Assessments', isFigure: true, render: ([, { count }]) => formatCount(count) },
                ]}
              />
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}
