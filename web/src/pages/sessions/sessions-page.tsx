import { Group, Select, Tabs } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { sessionsQuery } from '../../api/sessions.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TrafficBar } from '../../components/traffic-bar/traffic-bar.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { SESSION_COLUMNS } from './session-columns.tsx';
import classes from './sessions-page.module.css';
import { UsersTable } from './users-table.tsx';

const ORDERS = [
  { value: 'last_activity', label: 'Latest first' },
  { value: 'traces', label: 'Most traces first' },
  { value: 'tokens', label: 'Most tokens first' },
  { value: 'cost', label: 'Most expensive first' },
];
const route = getRouteApi('/experiments/$experimentId/sessions');

/** Conversations, and who had them. */
export function SessionsPage() {
  const { show = 'sessions', sessionOrder } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: { readonly show?: string; readonly sessionOrder?: string }): void =>
    void navigate({ to: '.', search: (all) => ({ ...all, ...next }) as never, replace: true });
  return (
    <Page title="Sessions" isFilling bar={<TrafficBar />}>
      <Tabs
        className={classes.page}
        value={show}
        onChange={(next) => change({ show: next === 'users' ? 'users' : undefined })}
        keepMounted={false}
      >
        <Group px="md" gap={0} className={classes.tabs}>
          <Tabs.List>
            <Tabs.Tab value="sessions">Sessions</Tabs.Tab>
            <Tabs.Tab value="users">Users</Tabs.Tab>
          </Tabs.List>
          {show === 'sessions' && (
            <Select
              aria-label="Order"
              size="xs"
              w={180}
              ml="auto"
              data={ORDERS}
              value={sessionOrder ?? 'last_activity'}
              allowDeselect={false}
              onChange={(next) =>
                change({ sessionOrder: next === null || next === 'last_activity' ? undefined : next })
              }
            />
          )}
        </Group>
        <Tabs.Panel value="sessions" className={classes.panel}>
          <SessionTable />
        </Tabs.Panel>
        <Tabs.Panel value="users" className={classes.panel}>
          <UsersTable />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function SessionTable() {
  const traffic = useTraffic();
  const { sessionOrder = 'last_activity' } = route.useSearch();
  const sessions = useInfiniteQuery(sessionsQuery(traffic, sessionOrder));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = sessions;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <QueryView query={sessions}>
      {({ pages }) => {
        const listed = pages.flatMap(({ sessions: each }) => each);
        return listed.length === 0 ? (
          <NoSessions />
        ) : (
          <VirtualTable
            label="Sessions"
            rows={listed}
            columns={SESSION_COLUMNS(traffic.experimentId)}
            keyOf={({ session_id: id }) => id}
            minWidth={1080}
            onMore={hasNextPage && !isFetchingNextPage ? more : undefined}
          />
        );
      }}
    </QueryView>
  );
}

function NoSessions() {
  return (
    <EmptyState title="No session in this time range">
      Traces belong to one session when their spans have the same <code>session.id</code> or{' '}
      <code>gen_ai.conversation.id</code>. Widen the time range or the filter to find earlier ones.
    </EmptyState>
  );
}
