import { Badge, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { erasuresQuery, isUnderWay, readProof, type Erasure } from '../../../api/lifecycle.ts';
import { useChange } from '../../../api/use-change.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatCount, formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { Section } from '../../../components/section.tsx';
import { AskErasure } from './ask-erasure.tsx';
import { whoseOf } from './whose.ts';

const COLUMNS: readonly Column<Erasure>[] = [
  { label: 'Whose', render: whoseOf },
  { label: 'Why', render: ({ reason }) => reason },
  { label: 'Asked', render: ({ creation_time: time, asked_by: by }) => `${formatTime(time)} ${by}` },
  { label: 'Traces', isFigure: true, width: 80, render: ({ trace_count: count }) => formatCount(count) },
  { label: 'State', width: 200, render: (erasure) => <State {...erasure} /> },
  { label: 'Proof', width: 110, render: (erasure) => !isUnderWay(erasure) && <Proof {...erasure} /> },
];

/** Data of persons that is removed for good, with proof. */
export function Erasures() {
  const erasures = useQuery(erasuresQuery);
  const [isAsking, { open, close }] = useDisclosure();
  return (
    <Section
      title="Erasures"
      description="Everything of a user or a session is removed from all stores: traces, what judges and reviewers made of them, files. The proof says what was found and what is left."
      actions={
        <Button size="xs" onClick={open}>
          Erase a person’s data
        </Button>
      }
    >
      <QueryView query={erasures} lines={3}>
        {({ erasures: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Nobody has asked yet">
              When a person asks to be forgotten, erase what is of their user id here.
            </EmptyState>
          ) : (
            <DataTable
              label="Erasures"
              rows={rows}
              columns={COLUMNS}
              keyOf={({ erasure_id: id }) => id}
              minWidth={860}
            />
          )
        }
      </QueryView>
      <AskErasure isOpen={isAsking} onClose={close} />
    </Section>
  );
}

const COLORS: Readonly<Record<Erasure['state'], string>> = {
  waiting: 'gray',
  running: 'blue',
  done: 'green',
  failed: 'red',
};

function State({ state, held_count: held, failure }: Erasure) {
  return (
    <>
      <Badge color={COLORS[state]} variant="light" tt="none">
        {held > 0 ? `${state}, ${formatCount(held)} held` : state}
      </Badge>
      {failure !== undefined && <div>{failure}</div>}
    </>
  );
}

function Proof({ erasure_id: id }: Erasure) {
  const saving = useChange(async () => saveFile(await readProof(id), `erasure-${id}.json`), []);
  return (
    <Button size="compact-xs" variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
      {saving.isError ? 'Try again' : 'Download'}
    </Button>
  );
}
