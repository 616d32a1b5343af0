import { Group, Select, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import {
  evaluationItemsQuery,
  type Evaluation,
  type EvaluationItem,
  type ItemFilter,
} from '../../../api/evaluations.ts';
import { formatCost } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { readableText } from '../../../components/readable-text.ts';
import { TraceLink } from '../../../components/trace-link.tsx';
import { VirtualTable, type VirtualColumn } from '../../../components/virtual-table.tsx';
import classes from './evaluation.module.css';
import { Verdicts } from './verdicts.tsx';

const route = getRouteApi('/experiments/$experimentId/evaluations/$evaluationId');

/** Rows of the ledger with what every scorer said of them; filtered through the address. */
export function ItemTable({ evaluation }: { readonly evaluation: Evaluation }) {
  const { state, scorer, passing } = route.useSearch();
  const query = useInfiniteQuery(evaluationItemsQuery(evaluation, { state, scorer, passing }));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.section} aria-label="Results">
      <Group className={classes.heading} justify="space-between">
        <Title order={2}>Results</Title>
        <ItemFilters evaluation={evaluation} />
      </Group>
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Text size="sm" className={classes.body} c="var(--text-soft)">
              No row is like this. Choose another scorer, verdict or state.
            </Text>
          ) : (
            <div className={classes.items}>
              <VirtualTable
                label="Results"
                rows={items}
                columns={columnsFor(evaluation.experiment_id, scorer)}
                keyOf={({ item_id: id }) => id}
                minWidth={860}
                onMore={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
              />
            </div>
          )
        }
      </QueryView>
    </section>
  );
}

const PASSING = [
  { value: 'true', label: 'Passing' },
  { value: 'false', label: 'Not passing' },
];
const STATES = ['scored', 'skipped', 'failed', 'pending'];

function ItemFilters({ evaluation }: { readonly evaluation: Evaluation }) {
  const { state, scorer, passing } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: ItemFilter): void => {
    void navigate({ search: (all) => ({ ...all, ...part }), replace: true, resetScroll: false });
  };
  return (
    <Group gap="xs">
      <Select
        aria-label="Scorer"
        placeholder="Any scorer"
        size="xs"
        w={170}
        clearable
        data={evaluation.scorers.map(({ name }) => name)}
        value={scorer ?? null}
        onChange={(next) => change({ scorer: next ?? undefined })}
      />
      <Select
        aria-label="Verdict"
        placeholder="Any verdict"
        size="xs"
        w={130}
        clearable
        data={PASSING}
        value={passing === undefined ? null : String(passing)}
        onChange={(next) => change({ passing: next === null ? undefined : next === 'true' })}
      />
      <Select
        aria-label="State"
        placeholder="Any state"
        size="xs"
        w={120}
        clearable
        data={STATES}
        value={state ?? null}
        onChange={(next) => change({ state: (next ?? undefined) as ItemFilter['state'] })}
      />
    </Group>
  );
}

/** The words of what was asked, in a line; all of the preview on hover. */
function RequestText({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return '–';
  const words = readableText(text, 'user');
  return (
    <Text span size="sm" title={words}>
      {words}
    </Text>
  );
}

function columnsFor(
  experimentId: string,
  scorer: string | undefined,
): readonly VirtualColumn<EvaluationItem>[] {
  return [
    {
      label: 'Trace',
      width: '130px',
      render: ({ trace_id: id, subject_id: subject }) =>
        id === undefined ? subject : <TraceLink experimentId={experimentId} traceId={id} />,
    },
    {
      label: 'Request',
      width: 'minmax(180px, 1fr)',
      render: ({ request_preview: text }) => <RequestText text={text} />,
    },
    { label: 'State', width: '72px', render: ({ state }) => state },
    {
      label: 'Verdicts and rationale',
      width: 'minmax(280px, 2fr)',
      render: ({ results, reason }) =>
        results.length === 0 ? (
          <Text span size="sm" c="var(--text-soft)">
            {reason}
          </Text>
        ) : (
          <Verdicts results={results.filter((result) => scorer === undefined || result.scorer === scorer)} />
        ),
    },
    { label: 'Cost', width: '84px', isFigure: true, render: ({ cost_usd: cost }) => formatCost(cost) },
  ];
}
