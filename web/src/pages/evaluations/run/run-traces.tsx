import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tracesOfRunQuery } from '../../../api/runs.ts';
import type { Schemas } from '../../../api/client.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { formatDuration, formatTime, nanosToMs } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { TraceLink } from '../../../components/trace-link.tsx';
import classes from '../evaluation/evaluation.module.css';

type Trace = Schemas['Trace'];

interface RunTracesProps {
  readonly experimentId: string;
  readonly runId: string;
}

/** The latest hundred traces of a run. */
export function RunTraces({ experimentId, runId }: RunTracesProps) {
  const query = useQuery(tracesOfRunQuery(experimentId, runId));
  return (
    <section className={classes.section} aria-label="Traces">
      <Title order={2} className={classes.heading}>
        Traces
      </Title>
      <QueryView query={query} lines={3}>
        {({ traces, next_page_token: next }) =>
          traces.length === 0 ? (
            <Text size="sm" className={classes.body} c="var(--text-soft)">
              No trace was made in this run or linked to it.
            </Text>
          ) : (
            <>
              <DataTable
                label="Traces"
                rows={traces}
                columns={columnsFor(experimentId)}
                keyOf={({ trace_id: id }) => id}
                minWidth={820}
              />
              {next !== undefined && (
                <Text size="sm" className={classes.body} c="var(--text-soft)">
                  The latest {traces.length} are listed.
                </Text>
              )}
            </>
          )
        }
      </QueryView>
    </section>
  );
}

function columnsFor(experimentId: string): readonly Column<Trace>[] {
  return [
    {
      label: 'Trace',
      width: 150,
      render: ({ trace_id: id }) => <TraceLink experimentId={experimentId} traceId={id} />,
    },
    { label: 'Time', width: 150, isFigure: true, render: ({ request_time: time }) => formatTime(time) },
    { label: 'State', width: 110, render: ({ state }) => state },
    {
      label: 'Request',
      render: ({ request_preview: text }) => (
        <Text span size="sm" lineClamp={1}>
          {text}
        </Text>
      ),
    },
    {
      label: 'Response',
      render: ({ response_preview: text }) => (
        <Text span size="sm" lineClamp={1}>
          {text}
        </Text>
      ),
    },
    {
      label: 'Took',
      width: 100,
      isFigure: true,
      render: ({ duration_nano: nanos }) => formatDuration(nanosToMs(nanos)),
    },
  ];
}
