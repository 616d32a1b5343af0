import { Anchor, Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { datasetsQuery, type Dataset } from '../../api/datasets.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { formatCount, formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';

export function DatasetsPage() {
  const { experimentId = '' } = useParams({ strict: false });
  const datasets = useQuery(datasetsQuery(experimentId));
  const [isCreating, { open, close }] = useDisclosure();
  return (
    <Page
      title="Datasets"
      actions={
        <Button size="xs" onClick={open}>
          New dataset
        </Button>
      }
    >
      <QueryView query={datasets}>
        {({ datasets: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No dataset yet">
              A dataset holds examples to evaluate on: inputs, and what is expected. Make one here, choose
              traces on the page of traces and add them, or call mlflow.genai.datasets.create_dataset.
            </EmptyState>
          ) : (
            <DataTable
              label="Datasets"
              rows={rows}
              columns={columnsOf(experimentId)}
              keyOf={({ dataset_id: id }) => id}
            />
          )
        }
      </QueryView>
      <CreateDataset experimentId={experimentId} isOpen={isCreating} onClose={close} />
    </Page>
  );
}

function columnsOf(experimentId: string): Column<Dataset>[] {
  return [
    {
      label: 'Name',
      render: ({ dataset_id: datasetId, name }) => (
        <Anchor
          component={Link}
          size="sm"
          to="/experiments/$experimentId/datasets/$datasetId"
          params={{ experimentId, datasetId } as never}
        >
          {name}
        </Anchor>
      ),
    },
    { label: 'Records', isFigure: true, render: ({ record_count: count }) => formatCount(count) },
    { label: 'Changed', isFigure: true, render: ({ last_update_time: time }) => formatTime(time) },
    { label: 'Made by', render: ({ created_by: by }) => (by === undefined || by === '' ? '–' : by) },
    { label: 'Actions', width: 60, render: (dataset) => <DeleteDataset {...dataset} /> },
  ];
}

function DeleteDataset({ dataset_id: id, name }: Dataset) {
  const deletion = useChange(
    () => dataOf(api.DELETE('/api/v1/datasets/{id}', { params: { path: { id } } })),
    [['datasets']],
  );
  return (
    <ConfirmButton label={`Delete the dataset “${name}”`} deed={deletion}>
      Its records go with it. Evaluations that were made on it stay.
    </ConfirmButton>
  );
}

interface CreateDatasetProps {
  readonly experimentId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function CreateDataset({ experimentId, isOpen, onClose }: CreateDatasetProps) {
  const [name, setName] = useState('');
  const creation = useChange(async () => {
    const body = { name, experiment_ids: [experimentId], tags: {} };
    await dataOf(api.POST('/api/v1/datasets', { body }));
    setName('');
  }, [['datasets']]);
  return (
    <FormModal title="New dataset" action="Create" isOpen={isOpen} onClose={onClose} submission={creation}>
      <TextInput
        label="Name"
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormModal>
  );
}
