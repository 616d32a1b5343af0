import { Badge, Button, Group, Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../../api/client.ts';
import { exportSchedulesQuery, type ExportRun, type ExportSchedule } from '../../../../api/exports.ts';
import { useChange } from '../../../../api/use-change.ts';
import { ConfirmButton } from '../../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../../components/data-table.tsx';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { formatTime } from '../../../../components/format.ts';
import { QueryView } from '../../../../components/query-view.tsx';
import { Section } from '../../../../components/section.tsx';
import { AddExport } from './add-export.tsx';
import { EditExport } from './edit-export.tsx';
import { ExportRuns } from './export-runs.tsx';
import { RUN_COLORS } from './run-colors.ts';

/** Traces that are written to files by the clock. */
export function Exports() {
  const schedules = useQuery(exportSchedulesQuery);
  const [isAdding, { open, close }] = useDisclosure();
  const [shown, setShown] = useState<ExportSchedule>();
  return (
    <Section
      title="Exports"
      description="Traces and their spans as Parquet files in the bucket or folder of the blobs, each hour or day (UTC) once it has ended, for a warehouse or a notebook to read."
      actions={
        <Button size="xs" onClick={open}>
          Schedule an export
        </Button>
      }
    >
      <QueryView query={schedules} lines={3}>
        {({ schedules: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing is exported yet">
              Schedule an export to have each day’s traces in files that DuckDB, Spark or pandas read.
            </EmptyState>
          ) : (
            <DataTable
              label="Export schedules"
              rows={rows}
              columns={columnsOf(setShown)}
              keyOf={({ schedule_id: id }) => id}
              minWidth={860}
            />
          )
        }
      </QueryView>
      <AddExport isOpen={isAdding} onClose={close} />
      {shown !== undefined && <ExportRuns schedule={shown} onClose={() => setShown(undefined)} />}
    </Section>
  );
}

function columnsOf(onShow: (schedule: ExportSchedule) => void): Column<ExportSchedule>[] {
  return [
    { label: 'Name', render: ({ name }) => name },
    { label: 'What', render: whatOf },
    {
      label: 'Files are kept',
      width: 110,
      render: ({ keep_days: days }) => (days === undefined ? 'for ever' : `${days} days`),
    },
    {
      label: 'Last window',
      width: 190,
      render: ({ latest_run: run }) => (run === undefined ? 'none yet' : <LastWindow {...run} />),
    },
    {
      label: 'Next',
      width: 130,
      render: ({ next_run_time: time }) => (time === undefined ? 'on demand' : formatTime(time)),
    },
    { label: 'On', width: 60, render: (schedule) => <Enabled {...schedule} /> },
    {
      label: 'Windows',
      width: 90,
      render: (schedule) => (
        <Button size="compact-xs" variant="default" onClick={() => onShow(schedule)}>
          Look
        </Button>
      ),
    },
    {
      label: 'Actions',
      width: 80,
      render: (schedule) => (
        <Group gap={0} wrap="nowrap">
          <EditExport schedule={schedule} />
          <DeleteExport {...schedule} />
        </Group>
      ),
    },
  ];
}

function whatOf({ experiment_id: experiment, every, filter }: ExportSchedule): string {
  const place = experiment === undefined ? 'all experiments' : `experiment ${experiment}`;
  return `each ${every} of ${place}${filter === '' ? '' : ` where ${filter}`}`;
}

function LastWindow({ from, state, failure }: ExportRun) {
  return (
    <>
      {formatTime(from)}{' '}
      <Badge color={RUN_COLORS[state]} variant="light" tt="none">
        {state}
      </Badge>
      {failure !== undefined && <div>{failure}</div>}
    </>
  );
}

function Enabled({ schedule_id: id, name, is_enabled: isEnabled }: ExportSchedule) {
  const change = useChange(
    () =>
      dataOf(
        api.PATCH('/api/v1/export-schedules/{schedule_id}', {
          params: { path: { schedule_id: id } },
          body: { is_enabled: !isEnabled },
        }),
      ),
    [exportSchedulesQuery.queryKey],
  );
  return (
    <Switch
      size="xs"
      checked={isEnabled}
      disabled={change.isPending}
      onChange={() => change.mutate()}
      aria-label={`Whether ${name} is exported by the clock`}
    />
  );
}

function DeleteExport({ schedule_id: id, name }: ExportSchedule) {
  const deletion = useChange(
    () =>
      dataOf(api.DELETE('/api/v1/export-schedules/{schedule_id}', { params: { path: { schedule_id: id } } })),
    [exportSchedulesQuery.queryKey],
  );
  return (
    <ConfirmButton label={`Delete the export “${name}”`} deed={deletion}>
      Its files are removed as well. Switch it off instead to keep them.
    </ConfirmButton>
  );
}
