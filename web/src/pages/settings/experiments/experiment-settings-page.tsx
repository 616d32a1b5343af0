import { Button, Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import { experimentsInStageQuery, type Experiment } from '../../../api/experiments.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { MaskingCell } from './masking-cell.tsx';
import { RenameExperiment } from './rename-experiment.tsx';
import { RetentionCell } from './retention-cell.tsx';
import { SamplingCell } from './sampling-cell.tsx';

/** Into which experiment goes what names none; it can't be deleted. */
const DEFAULT_EXPERIMENT = '0';

type Stage = 'active' | 'deleted';

const ACTIVE: readonly Column<Experiment>[] = [
  { label: 'Name', render: ({ name }) => name },
  { label: 'Id', render: ({ experiment_id: id }) => id },
  { label: 'Created', render: ({ creation_time: time }) => formatTime(time) },
  { label: 'Kept', render: ({ experiment_id: id, name }) => <SamplingCell experimentId={id} name={name} /> },
  { label: 'For', render: ({ experiment_id: id, name }) => <RetentionCell experimentId={id} name={name} /> },
  { label: 'Masked', render: ({ experiment_id: id, name }) => <MaskingCell experimentId={id} name={name} /> },
  {
    label: 'Actions',
    width: 90,
    render: (experiment) => (
      <Group gap={4} wrap="nowrap">
        <RenameExperiment {...experiment} />
        {experiment.experiment_id !== DEFAULT_EXPERIMENT && <DeleteExperiment {...experiment} />}
      </Group>
    ),
  },
];

const DELETED: readonly Column<Experiment>[] = [
  { label: 'Name', render: ({ name }) => name },
  { label: 'Id', render: ({ experiment_id: id }) => id },
  { label: 'Deleted', render: ({ last_update_time: time }) => formatTime(time) },
  { label: 'Actions', width: 110, render: (experiment) => <RestoreExperiment {...experiment} /> },
];

export function ExperimentSettingsPage() {
  const [stage, setStage] = useState<Stage>('active');
  const experiments = useQuery(experimentsInStageQuery(stage));
  return (
    <Section
      title="Experiments"
      description="Names, which share of the traces is kept for how long, and what of them is never stored."
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Which experiments"
          data={[
            { value: 'active', label: 'Active' },
            { value: 'deleted', label: 'Deleted' },
          ]}
          value={stage}
          onChange={(value) => setStage(value as Stage)}
        />
      }
    >
      <QueryView query={experiments} lines={4}>
        {({ experiments: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="None is deleted">
              Deleted experiments stand here until they are restored.
            </EmptyState>
          ) : (
            <DataTable
              label="Experiments"
              rows={rows}
              columns={stage === 'active' ? ACTIVE : DELETED}
              keyOf={({ experiment_id: id }) => id}
            />
          )
        }
      </QueryView>
    </Section>
  );
}

function DeleteExperiment({ experiment_id: id, name }: Experiment) {
  const deletion = useChange(
    () =>
      dataOf(api.DELETE('/api/v1/experiments/{experiment_id}', { params: { path: { experiment_id: id } } })),
    [['experiments']],
  );
  return (
    <ConfirmButton label={`Delete the experiment “${name}”`} deed={deletion}>
      Its traces, runs and evaluations are hidden. It can be restored here.
    </ConfirmButton>
  );
}

function RestoreExperiment({ experiment_id: id }: Experiment) {
  const restoring = useChange(
    () =>
      dataOf(
        api.POST('/api/v1/experiments/{experiment_id}/restore', { params: { path: { experiment_id: id } } }),
      ),
    [['experiments']],
  );
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={restoring.isPending}
      onClick={() => restoring.mutate()}
    >
      Restore
    </Button>
  );
}
