import { Button, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Trace, TraceTargets } from '../../api/traces.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { formatCount, formatTraces } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { TrafficBar } from '../../components/traffic-bar/traffic-bar.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { withWidth } from './column-layout.ts';
import { ColumnMenu } from './column-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { NoTraces } from './no-traces.tsx';
import { QuickFilters } from './quick-filters.tsx';
import type { SavedView } from './saved-view.ts';
import { SavedViews } from './saved-views.tsx';
import { shownColumns } from './trace-columns.tsx';
import { TraceTable } from './trace-table.tsx';
import classes from './traces-page.module.css';
import { nextOrder } from './traces-search.ts';
import { useColumnLayout } from './use-column-layout.ts';
import { useSelection } from './use-selection.ts';
import { useTraceList, type TraceList } from './use-trace-list.ts';

const route = getRouteApi('/experiments/$experimentId/traces');

export function TracesPage() {
  const traffic = useTraffic();
  const { experimentId, search, filter, bounds, change } = traffic;
  const { order } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  const [layout, setLayout] = useColumnLayout();
  const list = useTraceList(traffic, order, isLive);
  const selection = useSelection(JSON.stringify([experimentId, search]));
  const sort = (next: string | undefined): void =>
    void navigate({ to: '.', search: (all) => ({ ...all, order: next }), replace: true });
  const targets: TraceTargets = selection.isAll
    ? { kind: 'all', experimentId, filter, ...bounds() }
    : { kind: 'some', ids: [...selection.ids] };
  const finish = (message: string): void => {
    selection.clear();
    notifications.show({ message });
    void queries.resetQueries({ queryKey: ['traces', experimentId] });
  };
  const show = (view: SavedView): void => {
    setLayout(view.layout);
    change({ ...search, filter: view.filter === '' ? undefined : view.filter });
    sort(view.order);
  };
  const open = ({ trace_id: traceId }: Trace): void =>
    void navigate({ to: '/experiments/$experimentId/traces/$traceId', params: { experimentId, traceId } });
  return (
    <Page title="Traces" isFilling bar={<TrafficBar />}>
      <div className={classes.page}>
        <div className={classes.tools}>
          <QuickFilters />
          <Text size="sm" c="var(--text-soft)" className="tabular" role="status">
            {list.total !== undefined && formatTraces(list.total)}
          </Text>
          <div className={classes.right}>
            <LiveButton isLive={isLive} isPossible={order === undefined} onChange={setLive} />
            <SavedViews current={{ filter, order, layout }} onChosen={show} />
            <ColumnMenu layout={layout} onChange={setLayout} />
            <ExportMenu />
          </div>
        </div>
        {!selection.isEmpty && (
          <BulkBar
            selection={selection}
            targets={targets}
            count={selection.isAll ? (list.total ?? 0) : selection.ids.size}
            total={list.total}
            onDone={finish}
          />
        )}
        <ListStates list={list}>
          <TraceTable
            traces={list.traces}
            fresh={list.fresh}
            columns={shownColumns(layout)}
            order={order}
            selection={selection}
            onSort={(field) => sort(nextOrder(order, field))}
            onWiden={(id, width) => setLayout(withWidth(layout, id, width))}
            onOpen={open}
            onMore={list.onMore}
          />
        </ListStates>
      </div>
    </Page>
  );
}

function ListStates({ list, children }: { readonly list: TraceList; readonly children: ReactNode }) {
  if (list.error !== null) return <ProblemNotice error={list.error} onRetry={list.retry} />;
  if (list.isLoading) {
    return (
      <Stack gap="xs" p="md" aria-busy="true" aria-label="Loading">
        {Array.from({ length: 12 }, (_, line) => (
          <Skeleton key={line} height={22} />
        ))}
      </Stack>
    );
  }
  if (list.traces.length === 0) return <NoTraces />;
  return (
    <div className={classes.table}>
      <VisuallyHidden aria-live="polite">
        {list.fresh.size > 0 && `${formatCount(list.fresh.size)} new`}
      </VisuallyHidden>
      {children}
    </div>
  );
}

interface LiveButtonProps {
  readonly isLive: boolean;
  /** Only the newest first can be watched. */
  readonly isPossible: boolean;
  readonly onChange: (isLive: boolean) => void;
}

function LiveButton({ isLive, isPossible, onChange }: LiveButtonProps) {
  const isOn = isLive && isPossible;
  return (
    <Button
      size="xs"
      fw={500}
      variant={isOn ? 'light' : 'default'}
      disabled={!isPossible}
      aria-pressed={isOn}
      leftSection={
        isOn ? <IconPlayerPause size={15} aria-hidden /> : <IconPlayerPlay size={15} aria-hidden />
      }
      onClick={() => onChange(!isLive)}
    >
      Live
    </Button>
  );
}
