import { Anchor, Badge, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { LoggedModel } from '../../api/logged-models.ts';
import { formatCount, formatDuration, formatPercent } from '../../components/format.ts';
import type { VirtualColumn } from '../../components/virtual-table.tsx';
import { formatScore } from './format-score.ts';
import type { ModelTraffic } from './model-traffic.ts';

/** What each version did in the time of the page. */
export function trafficColumns(
  experimentId: string,
  figures: ReadonlyMap<string, ModelTraffic> | undefined,
): readonly VirtualColumn<LoggedModel>[] {
  const measure = (id: string, name: string): number | undefined => figures?.get(id)?.measures[name];
  return [
    {
      label: 'Traces',
      width: '70px',
      isFigure: true,
      render: ({ model_id: id }) => (
        <Anchor
          component={Link}
          size="sm"
          to="/experiments/$experimentId/traces"
          params={{ experimentId } as never}
          search={((all: object) => ({ ...all, filter: `logged_model = '${id}'` })) as never}
        >
          {formatCount(measure(id, 'count') ?? 0)}
        </Anchor>
      ),
    },
    {
      label: 'Errors',
      width: '70px',
      isFigure: true,
      render: ({ model_id: id }) => textOf(measure(id, 'error_rate'), formatPercent),
    },
    {
      label: 'p50',
      width: '80px',
      isFigure: true,
      render: ({ model_id: id }) => textOf(measure(id, 'latency.p50'), formatDuration),
    },
    {
      label: 'Scores',
      width: 'minmax(160px, 1fr)',
      render: ({ model_id: id }) => (
        <Group gap={4} wrap="nowrap">
          {[...(figures?.get(id)?.scores ?? [])].map(([name, score]) => (
            <Badge key={name} variant="default" tt="none" fw={500} flex="none">
              {name} {formatScore(score)}
            </Badge>
          ))}
        </Group>
      ),
    },
  ];
}

function textOf(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '–' : format(value);
}
