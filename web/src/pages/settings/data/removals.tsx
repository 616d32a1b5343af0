import { useQuery } from '@tanstack/react-query';
import { removalsQuery, type Removal } from '../../../api/lifecycle.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatBytes, formatCount, formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';

const COLUMNS: readonly Column<Removal>[] = [
  { label: 'Begun', width: 170, render: ({ creation_time: time }) => formatTime(time) },
  {
    label: 'In',
    render: ({ experiment_id: id }) => (id === undefined ? 'all experiments' : `experiment ${id}`),
  },
  {
    label: 'What',
    render: ({ reason, cutoff_time: time }) =>
      time === undefined ? reason : `${reason}: before ${formatTime(time)}`,
  },
  { label: 'State', width: 90, render: ({ state, failure }) => failure ?? state },
  { label: 'Traces', isFigure: true, width: 80, render: ({ trace_count: count }) => formatCount(count) },
  { label: 'Spans', isFigure: true, width: 80, render: ({ span_count: count }) => formatCount(count) },
  { label: 'Size', isFigure: true, width: 80, render: ({ byte_count: bytes }) => formatBytes(bytes) },
  { label: 'Held', isFigure: true, width: 70, render: ({ held_count: count }) => formatCount(count) },
];

/** What its age has removed, and what somebody deleted some days before. */
export function Removals() {
  const removals = useQuery(removalsQuery);
  return (
    <Section
      title="Removed"
      description="Once a day: traces older than their experiment keeps them (Settings → Experiments), and those that somebody deleted a while ago."
    >
      <QueryView query={removals} lines={3}>
        {({ removals: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing was removed yet">
              Traces are kept for ever unless their experiment says for how many days.
            </EmptyState>
          ) : (
            <DataTable
              label="Removals"
              rows={rows}
              columns={COLUMNS}
              keyOf={({ removal_id: id }) => id}
              minWidth={900}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
