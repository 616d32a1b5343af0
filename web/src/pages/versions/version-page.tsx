import { Anchor, Badge, Breadcrumbs, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { deleteLoggedModel, loggedModelQuery, type LoggedModel } from '../../api/logged-models.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TrafficBar } from '../../components/traffic-bar/traffic-bar.tsx';
import { gitOf, ownTagsOf, promptsOf } from './describe-model.ts';
import { GitDiff } from './git-diff.tsx';
import { StatusBadge } from './status-badge.tsx';
import { TrafficCards } from './traffic-cards.tsx';

const route = getRouteApi('/experiments/$experimentId/versions/$modelId');

export function VersionPage() {
  const { experimentId } = useTraffic();
  const { modelId } = route.useParams();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const model = useQuery(loggedModelQuery(modelId));
  const deletion = useMutation({
    mutationFn: () => deleteLoggedModel(modelId),
    onSuccess: async () => {
      await navigate({ to: '/experiments/$experimentId/versions', params: { experimentId } });
      await queries.invalidateQueries({ queryKey: ['logged-models', experimentId] });
    },
  });
  const name = model.data?.name ?? modelId;
  return (
    <Page
      title={name}
      bar={<TrafficBar />}
      actions={
        <ConfirmButton label={`Delete the version ${name}`} deed={deletion}>
          It leaves the lists. Its traces stay.
        </ConfirmButton>
      }
    >
      <QueryView query={model}>
        {(found) => <VersionDetail model={found} experimentId={experimentId} />}
      </QueryView>
    </Page>
  );
}

interface VersionDetailProps {
  readonly model: LoggedModel;
  readonly experimentId: string;
}

function VersionDetail({ model, experimentId }: VersionDetailProps) {
  const git = gitOf(model);
  const prompts = promptsOf(model);
  const facts: [string, string | undefined][] = [
    ['Id', model.model_id],
    ['Kind', model.model_type],
    ['Commit', git.commit],
    ['Branch', git.branch],
    ['Repository', git.repository],
    ['Made by run', model.source_run_id],
    ['Created', formatTime(model.creation_time)],
  ];
  return (
    <Stack p="md" gap="lg">
      <Group gap="sm">
        <Breadcrumbs>
          <Anchor
            component={Link}
            size="sm"
            to="/experiments/$experimentId/versions"
            params={{ experimentId } as never}
          >
            Versions
          </Anchor>
          <Text size="sm">{model.name}</Text>
        </Breadcrumbs>
        <StatusBadge status={model.status} />
        {git.isDirty && (
          <Badge size="sm" c="var(--span-tool)" variant="default" tt="none">
            made with uncommitted changes
          </Badge>
        )}
        {prompts.map(({ name, version }) => (
          <Anchor
            key={name}
            component={Link}
            size="sm"
            to="/prompts/$name"
            params={{ name } as never}
            search={{ version } as never}
          >
            {name} v{version}
          </Anchor>
        ))}
      </Group>
      <TrafficCards modelId={model.model_id} />
      <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="lg">
        <Pairs title="About" pairs={facts} />
        <Pairs title="Params" pairs={Object.entries(model.params)} />
        <Pairs title="Tags" pairs={ownTagsOf(model)} />
      </SimpleGrid>
      <Metrics metrics={model.metrics} />
      {git.diff !== undefined && <GitDiff diff={git.diff} />}
    </Stack>
  );
}

interface PairsProps {
  readonly title: string;
  readonly pairs: readonly (readonly [key: string, value: string | undefined])[];
}

function Pairs({ title, pairs }: PairsProps) {
  const known = pairs.filter(([, value]) => value !== undefined);
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {known.length === 0 ? (
        <Text size="sm" c="var(--text-soft)">
          None
        </Text>
      ) : (
        <Table layout="fixed" bg="var(--surface)" aria-label={title}>
          <Table.Tbody>
            {known.map(([key, value]) => (
              <Table.Tr key={key}>
                <Table.Th w="38%" fw={500}>
                  {key}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

function Metrics({ metrics }: Pick<LoggedModel, 'metrics'>) {
  if (metrics.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        Metrics
      </Title>
      <DataTable
        label="Metrics"
        rows={metrics}
        keyOf={({ key, run_id, dataset_name, dataset_digest }) =>
          [key, run_id, dataset_name, dataset_digest].join(' ')
        }
        columns={[
          { label: 'Metric', render: ({ key }) => key },
          { label: 'Value', isFigure: true, render: ({ value }) => String(value) },
          { label: 'Dataset', render: ({ dataset_name: dataset }) => dataset ?? '–' },
          { label: 'Run', render: ({ run_id: run }) => run },
          { label: 'Time', render: ({ time }) => formatTime(time) },
        ]}
      />
    </section>
  );
}
