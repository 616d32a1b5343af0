import { Anchor, Button, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { experimentsQuery, type Experiment } from '../../api/experiments.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount, formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { CreateExperiment } from './create-experiment.tsx';
import { FirstRunNotice } from './first-run-notice.tsx';
import { trafficByExperimentQuery } from './traffic-by-experiment.ts';

const TYPING_MS = 200;

export function ExperimentsPage() {
  const [typed, setTyped] = useState('');
  const [name] = useDebouncedValue(typed, TYPING_MS);
  const experiments = useQuery(experimentsQuery(name));
  const [isCreating, setCreating] = useState(false);
  return (
    <Page
      title="Experiments"
      actions={
        <>
          <TextInput
            aria-label="Search by name"
            placeholder="Search by name"
            leftSection={<IconSearch size={16} aria-hidden />}
            size="xs"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button size="xs" onClick={() => setCreating(true)}>
            New experiment
          </Button>
        </>
      }
    >
      <FirstRunNotice />
      <QueryView query={experiments}>
        {({ experiments: listed }) =>
          listed.length === 0 ? (
            <EmptyState title={`No experiment has “${name}” in its name`} />
          ) : (
            <ExperimentTable experiments={listed} />
          )
        }
      </QueryView>
      <CreateExperiment isOpen={isCreating} onClose={() => setCreating(false)} />
    </Page>
  );
}

function ExperimentTable({ experiments }: { readonly experiments: readonly Experiment[] }) {
  const { data: traffic } = useQuery(trafficByExperimentQuery);
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table highlightOnHover bg="var(--surface)">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th ta="right">Traces, 7 days</Table.Th>
            <Table.Th ta="right">Errors</Table.Th>
            <Table.Th>Created</Table.Th>
            <Table.Th>Id</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {experiments.map(({ experiment_id: id, name, creation_time: created }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor
                  component={Link}
                  to="/experiments/$experimentId"
                  params={{ experimentId: id } as never}
                >
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right" className="tabular">
                {formatCount(traffic?.get(id)?.count ?? 0)}
              </Table.Td>
              <Table.Td ta="right" className="tabular">
                {formatCount(traffic?.get(id)?.errors ?? 0)}
              </Table.Td>
              <Table.Td className="tabular">{formatTime(created)}</Table.Td>
              <Table.Td className="tabular">{id}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
