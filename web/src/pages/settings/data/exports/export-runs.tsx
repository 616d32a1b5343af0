import { Badge, Button, Drawer, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  exportRunsQuery,
  readExportFile,
  type ExportedName,
  type ExportRun,
  type ExportSchedule,
} from '../../../../api/exports.ts';
import { useChange } from '../../../../api/use-change.ts';
import { DataTable, type Column } from '../../../../components/data-table.tsx';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { formatBytes, formatCount } from '../../../../components/format.ts';
import { QueryView } from '../../../../components/query-view.tsx';
import { saveFile } from '../../../../components/save-file.ts';
import { ExportNow } from './export-now.tsx';
import { RUN_COLORS } from './run-colors.ts';

interface ExportRunsProps {
  readonly schedule: ExportSchedule;
  readonly onClose: () => void;
}

const FILES: readonly ExportedName[] = ['traces.parquet', 'spans.parquet', 'manifest.json'];

const COLUMNS: readonly Column<ExportRun>[] = [
  { label: 'Window (UTC)', width: 170, render: ({ from }) => utcOf(from) },
  { label: 'State', render: (run) => <State {...run} /> },
  { label: 'Traces', isFigure: true, width: 80, render: (run) => rowsOf(run, 'traces') },
  { label: 'Spans', isFigure: true, width: 80, render: (run) => rowsOf(run, 'spans') },
  {
    label: 'Size',
    isFigure: true,
    width: 80,
    render: ({ files }) =>
      files.length === 0 ? '' : formatBytes(files.reduce((sum, { bytes }) => sum + bytes, 0)),
  },
  { label: 'Download', width: 210, render: (run) => run.state === 'done' && <Downloads run={run} /> },
];

/** The windows of a schedule with their files, and a way to export some again. */
export function ExportRuns({ schedule, onClose }: ExportRunsProps) {
  const runs = useQuery(exportRunsQuery(schedule.schedule_id));
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={`Windows of ${schedule.name}`}>
      <ExportNow schedule={schedule} />
      <QueryView query={runs} lines={4}>
        {({ runs: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No window has ended yet">
              The first one is exported five minutes after its {schedule.every} has ended. Earlier ones are
              exported when you ask for them above.
            </EmptyState>
          ) : (
            <DataTable
              label="Windows"
              rows={rows}
              columns={COLUMNS}
              keyOf={({ run_id: id }) => id}
              minWidth={680}
            />
          )
        }
      </QueryView>
    </Drawer>
  );
}

function State({ state, failure }: ExportRun) {
  return (
    <>
      <Badge color={RUN_COLORS[state]} variant="light" tt="none">
        {state}
      </Badge>
      {failure !== undefined && <div>{failure}</div>}
    </>
  );
}

function Downloads({ run }: { readonly run: ExportRun }) {
  return (
    <Group gap={4} wrap="nowrap">
      {FILES.map((name) => (
        <Download key={name} run={run} name={name} />
      ))}
    </Group>
  );
}

function Download({ run, name }: { readonly run: ExportRun; readonly name: ExportedName }) {
  const saving = useChange(
    async () => saveFile(await readExportFile(run, name), `${run.from.slice(0, 13)}-${name}`),
    [],
  );
  const [word = name] = name.split('.');
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`Download ${name} of ${utcOf(run.from)}`}
      loading={saving.isPending}
      onClick={() => saving.mutate()}
    >
      {saving.isError ? 'Try again' : word}
    </Button>
  );
}

function rowsOf({ files }: ExportRun, table: string): string {
  const file = files.find((each) => each.table === table);
  return file === undefined ? '' : formatCount(file.rows);
}

/** Windows are hours and days of UTC, whatever the reader's time zone. */
function utcOf(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}
