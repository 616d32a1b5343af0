import { Anchor, Badge, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { experimentsQuery } from '../../../api/experiments.ts';
import type { Prompt } from '../../../api/prompts.ts';
import { DEFAULT_RANGE, TIME_RANGES, type TimeRange } from '../../../app/traffic-search.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatCost, formatCount, formatDuration, formatPercent } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { promptUsageQuery } from './prompt-usage.ts';
import type { VersionScore, VersionUsage } from './to-usage.ts';

const route = getRouteApi('/prompts/$name');

const RANGE_LABELS: Readonly<Record<TimeRange, string>> = {
  '15m': 'Last 15 minutes',
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  all: 'All time',
};

/** What each version did in applications: traffic, cost and scores. */
export function UsageView({ prompt: { name, latest_version: latest } }: { readonly prompt: Prompt }) {
  const { range = DEFAULT_RANGE } = route.useSearch();
  const navigate = route.useNavigate();
  const usage = useQuery(promptUsageQuery(name, latest?.version ?? 1, range));
  const { data: listed } = useQuery(experimentsQuery());
  const names = new Map(listed?.experiments.map((each) => [each.experiment_id, each.name]));
  return (
    <Stack gap="md" py="md">
      <Group px="md" gap="sm">
        <Select
          aria-label="Time range"
          size="xs"
          w={160}
          allowDeselect={false}
          value={range}
          data={TIME_RANGES.map((value) => ({ value, label: RANGE_LABELS[value] }))}
          onChange={(next) =>
            void navigate({ search: (all) => ({ ...all, range: TIME_RANGES.find((each) => each === next) }) })
          }
        />
        <Text size="sm" c="var(--text-soft)">
          Runs of the playground are left out.
        </Text>
      </Group>
      <QueryView query={usage}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="No trace used this prompt in that time">
              A trace counts for a version that was loaded while it was recorded. Load it with{' '}
              <code>mlflow.genai.load_prompt</code> inside a traced function, or widen the time range.
            </EmptyState>
          ) : (
            <DataTable
              label="Usage by version"
              rows={rows}
              columns={columnsOf(name, range, names)}
              keyOf={({ version, experimentId }) => `${version} ${experimentId}`}
              minWidth={820}
            />
          )
        }
      </QueryView>
    </Stack>
  );
}

function columnsOf(
  name: string,
  range: TimeRange,
  names: ReadonlyMap<string, string>,
): readonly Column<VersionUsage>[] {
  return [
    { label: 'Version', render: ({ version }) => `v${version}` },
    { label: 'Experiment', render: ({ experimentId }) => names.get(experimentId) ?? experimentId },
    {
      label: 'Traces',
      isFigure: true,
      render: ({ version, experimentId, measures }) => (
        <Anchor
          component={Link}
          size="sm"
          to="/experiments/$experimentId/traces"
          params={{ experimentId } as never}
          search={{ range, filter: `prompt = '${name}/${version}'` } as never}
        >
          {formatCount(measures['count'] ?? 0)}
        </Anchor>
      ),
    },
    { label: 'Errors', isFigure: true, render: figure('error_rate', formatPercent) },
    { label: 'Latency p50', isFigure: true, render: figure('latency.p50', formatDuration) },
    { label: 'Latency p95', isFigure: true, render: figure('latency.p95', formatDuration) },
    { label: 'Tokens a trace', isFigure: true, render: figure('tokens.avg', formatCount) },
    { label: 'Cost', isFigure: true, render: figure('cost.sum', formatCost) },
    {
      label: 'Scores',
      render: ({ scores }) => (
        <Group gap={4}>
          {scores.map((score) => (
            <Badge key={score.name} variant="default" tt="none" fw={500}>
              {score.name} {scoreText(score)}
            </Badge>
          ))}
        </Group>
      ),
    },
  ];
}

function figure(measure: string, format: (value: number) => string) {
  return ({ measures }: VersionUsage): string => {
    const value = measures[measure];
    return value === undefined ? '–' : format(value);
  };
}

function scoreText({ passRate, mean, count }: VersionScore): string {
  if (passRate !== undefined) return formatPercent(passRate);
  return mean === undefined ? `× ${count}` : formatCount(mean);
}
