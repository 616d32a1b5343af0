import { Anchor, Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { loggedModelsQuery, type LoggedModel } from '../../api/logged-models.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TrafficBar } from '../../components/traffic-bar/traffic-bar.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import { gitOf } from './describe-model.ts';
import { GitBadge } from './git-badge.tsx';
import { modelTrafficQuery, type ModelTraffic } from './model-traffic.ts';
import { StatusBadge } from './status-badge.tsx';
import { trafficColumns } from './traffic-columns.tsx';
import { idsOf, toggleId } from './versions-search.ts';

const TYPING_MS = 250;
const route = getRouteApi('/experiments/$experimentId/versions');

export function VersionsPage() {
  const { experimentId, search: traffic } = useTraffic();
  const { search = '', models: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const versions = useInfiniteQuery(loggedModelsQuery(experimentId, nameFilter(search)));
  const { data: figures } = useQuery(modelTrafficQuery(experimentId, traffic));
  const look = useDebouncedCallback(
    (typed: string) =>
      void navigate({
        search: (all) => ({ ...all, search: typed === '' ? undefined : typed }),
        replace: true,
      }),
    TYPING_MS,
  );
  const toggle = (id: string): void =>
    void navigate({ search: (all) => ({ ...all, models: toggleId(all.models, id) }), replace: true });
  const actions = (
    <>
      <TextInput
        aria-label="Search versions by name"
        placeholder="Search by name"
        leftSection={<IconSearch size={16} aria-hidden />}
        size="xs"
        defaultValue={search}
        onChange={(event) => look(event.currentTarget.value)}
      />
      <CompareButton experimentId={experimentId} chosen={chosen} />
    </>
  );
  return (
    <Page title="Versions" isFilling actions={actions} bar={<TrafficBar />}>
      <QueryView query={versions}>
        {({ pages }) => {
          const listed = pages.flatMap((page) => page.models);
          if (listed.length === 0) return <NoVersions search={search} />;
          return (
            <VirtualTable
              label="Versions"
              rows={listed}
              columns={columnsOf(experimentId, figures, idsOf(chosen), toggle)}
              keyOf={({ model_id: id }) => id}
              minWidth={1180}
              onMore={versions.hasNextPage ? () => void versions.fetchNextPage() : undefined}
            />
          );
        }}
      </QueryView>
    </Page>
  );
}

interface CompareButtonProps {
  readonly experimentId: string;
  readonly chosen: string | undefined;
}

function CompareButton({ experimentId, chosen }: CompareButtonProps) {
  const count = idsOf(chosen).length;
  if (count < 2) {
    return (
      <Button size="xs" disabled>
        Compare: choose 2 to 4
      </Button>
    );
  }
  return (
    <Button
      size="xs"
      renderRoot={(props) => (
        <Link
          {...(props as object)}
          to="/experiments/$experimentId/versions/compare"
          params={{ experimentId }}
          search={(all) => ({ ...all, models: chosen })}
        />
      )}
    >
      Compare {count}
    </Button>
  );
}

function columnsOf(
  experimentId: string,
  figures: ReadonlyMap<string, ModelTraffic> | undefined,
  chosen: readonly string[],
  toggle: (id: string) => void,
): readonly VirtualColumn<LoggedModel>[] {
  return [
    {
      label: 'Chosen',
      isLabelHidden: true,
      width: '24px',
      render: ({ model_id: id, name }) => (
        <Checkbox
          size="xs"
          aria-label={`Compare ${name}`}
          checked={chosen.includes(id)}
          onChange={() => toggle(id)}
        />
      ),
    },
    {
      label: 'Name',
      width: 'minmax(160px, 1.2fr)',
      render: ({ model_id: modelId, name }) => (
        <Anchor
          component={Link}
          size="sm"
          fw={500}
          to="/experiments/$experimentId/versions/$modelId"
          params={{ experimentId, modelId } as never}
        >
          {name}
        </Anchor>
      ),
    },
    { label: 'Status', width: '80px', render: ({ status }) => <StatusBadge status={status} /> },
    { label: 'Git', width: 'minmax(180px, 1fr)', render: (model) => <GitBadge git={gitOf(model)} /> },
    {
      label: 'Params',
      width: 'minmax(140px, 1.2fr)',
      render: ({ params }) =>
        Object.entries(params)
          .map(([key, value]) => `${key}=${value}`)
          .join(', '),
    },
    ...trafficColumns(experimentId, figures),
    { label: 'Created', width: '130px', render: ({ creation_time: time }) => formatTime(time) },
  ];
}

function nameFilter(search: string): string {
  return search === '' ? '' : `name ILIKE '%${search.replaceAll("'", "''")}%'`;
}

function NoVersions({ search }: { readonly search: string }) {
  if (search !== '') return <EmptyState title={`No version has “${search}” in its name`} />;
  return (
    <EmptyState title="No versions yet">
      A version is your application at one state of its code. Call{' '}
      <code>mlflow.genai.enable_git_model_versioning()</code>, or{' '}
      <code>mlflow.set_active_model(name=&quot;…&quot;)</code>, before your application runs: its traces then
      belong to that version.
    </EmptyState>
  );
}
