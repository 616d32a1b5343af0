import { Anchor } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { askFigures, type FigureRow } from '../../api/analytics.ts';
import { useTraffic, type Traffic } from '../../app/use-traffic.ts';
import type { Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { quoted, withClause } from '../../components/filter-bar/filter-clauses.ts';
import { formatCost, formatCount, formatPercent } from '../../components/format.ts';
import { QueryView } from '../../components/query-view.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';

const MOST_USERS = 500;
const EPOCH = '1970-01-01T00:00:00Z';

const usersQuery = ({ experimentId, search, filter, bounds }: Traffic) =>
  queryOptions({
    queryKey: ['analytics', experimentId, search, 'users'],
    queryFn: async ({ signal }) => {
      const { from = EPOCH, to } = bounds();
      const { rows } = await askFigures(
        {
          measures: ['count', 'sessions', 'errors', 'error_rate', 'tokens.sum', 'cost.sum'],
          dimensions: ['user'],
          experiment_ids: [experimentId],
          filter: withClause(filter, 'user IS NOT NULL'),
          limit: MOST_USERS,
          from,
          ...(to !== undefined && { to }),
        },
        signal,
      );
      return rows;
    },
  });

const userOf = ({ dimensions }: FigureRow): string => String(dimensions['user'] ?? '');

function figure(label: string, measure: string, format: (value: number) => string): Column<FigureRow> {
  return {
    label,
    isFigure: true,
    render: ({ measures }) => {
      const value = measures[measure];
      return value !== undefined && value !== null && format(value);
    },
  };
}

/** Who asked how often, and what it came to; the busiest first. */
export function UsersTable() {
  const traffic = useTraffic();
  const users = useQuery(usersQuery(traffic));
  const { experimentId, search, filter } = traffic;
  const columns: readonly VirtualColumn<FigureRow>[] = [
    {
      label: 'User',
      width: 'minmax(180px, 3fr)',
      render: (row) => (
        <Anchor
          component={Link}
          size="sm"
          to="/experiments/$experimentId/traces"
          params={{ experimentId } as never}
          search={{ ...search, filter: withClause(filter, `user = ${quoted(userOf(row))}`) } as never}
        >
          {userOf(row)}
        </Anchor>
      ),
    },
    { ...figure('Traces', 'count', formatCount), width: '1fr' },
    { ...figure('Sessions', 'sessions', formatCount), width: '1fr' },
    { ...figure('Errors', 'errors', formatCount), width: '1fr' },
    { ...figure('Error rate', 'error_rate', formatPercent), width: '1fr' },
    { ...figure('Tokens', 'tokens.sum', formatCount), width: '1fr' },
    { ...figure('Cost', 'cost.sum', formatCost), width: '1fr' },
  ];
  return (
    <QueryView query={users}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title="No user in this time range">
            A trace has a user when one of its spans has the attribute <code>user.id</code>.
          </EmptyState>
        ) : (
          <VirtualTable label="Users" rows={rows} columns={columns} keyOf={userOf} minWidth={720} />
        )
      }
    </QueryView>
  );
}
