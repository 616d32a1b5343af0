import { Button, Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import { deadLettersQuery, type DeadLetter } from '../../../api/dead-letters.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatCount, formatTime } from '../../../components/format.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';

export function DeadLetters() {
  const letters = useQuery(deadLettersQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string): void =>
    setChosen((ids) =>
      ids.has(id) ? new Set([...ids].filter((each) => each !== id)) : new Set([...ids, id]),
    );
  return (
    <Section
      title="Dead letters"
      description="Records that were acknowledged and can’t be stored, with the reason. Replay them when it is mended."
      actions={<Actions ids={[...chosen]} onDone={() => setChosen(new Set())} />}
    >
      <QueryView query={letters} lines={2}>
        {({ dead_letters: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No dead letters">Everything acknowledged is stored.</EmptyState>
          ) : (
            <DataTable
              label="Dead letters"
              rows={rows}
              columns={columnsOf(chosen, toggle)}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryView>
    </Section>
  );
}

function columnsOf(chosen: ReadonlySet<string>, toggle: (id: string) => void): Column<DeadLetter>[] {
  return [
    {
      label: 'Chosen',
      width: 80,
      render: ({ id, trace_id: traceId }) => (
        <Checkbox
          aria-label={`Choose the record of trace ${traceId}`}
          checked={chosen.has(id)}
          onChange={() => toggle(id)}
        />
      ),
    },
    { label: 'Failed', render: ({ failed_at: time }) => formatTime(time) },
    { label: 'Experiment', render: ({ experiment_id: id }) => id },
    { label: 'Trace', render: ({ trace_id: id }) => id },
    { label: 'Reason', render: ({ reason }) => reason },
  ];
}

function Actions({ ids, onDone }: { readonly ids: readonly string[]; readonly onDone: () => void }) {
  const replay = useChange(async () => {
    await dataOf(api.POST('/api/v1/dead-letters/replay', { body: { ids: [...ids] } }));
    onDone();
  }, [['dead-letters']]);
  const discarding = useChange(async () => {
    await dataOf(api.POST('/api/v1/dead-letters/discard', { body: { ids: [...ids] } }));
    onDone();
  }, [['dead-letters']]);
  if (ids.length === 0) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      {replay.isError && <ProblemNotice error={replay.error} />}
      <Button size="xs" loading={replay.isPending} onClick={() => replay.mutate()}>
        Replay {formatCount(ids.length)}
      </Button>
      <ConfirmButton label={`Discard ${formatCount(ids.length)} records`} action="Discard" deed={discarding}>
        What they hold is lost for good.
      </ConfirmButton>
    </Group>
  );
}
