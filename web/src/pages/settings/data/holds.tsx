import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import { holdsQuery, type LegalHold } from '../../../api/lifecycle.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { SetHold } from './set-hold.tsx';
import { whoseOf } from './whose.ts';

const COLUMNS: readonly Column<LegalHold>[] = [
  { label: 'On', render: whoseOf },
  { label: 'Why', render: ({ reason }) => reason },
  { label: 'Set', render: ({ creation_time: time, set_by: by }) => `${formatTime(time)} ${by}` },
  {
    label: 'Lifted',
    render: ({ lift_time: time, lifted_by: by = '' }) =>
      time === undefined ? 'in force' : `${formatTime(time)} ${by}`,
  },
  { label: 'Actions', width: 70, render: (hold) => hold.lift_time === undefined && <LiftHold {...hold} /> },
];

/** What must not be removed. */
export function Holds() {
  const holds = useQuery(holdsQuery);
  const [isSetting, { open, close }] = useDisclosure();
  return (
    <Section
      title="Legal holds"
      description="What is under one is removed by nobody: not by its age, not by an erasure, and who deletes it is refused."
      actions={
        <Button size="xs" onClick={open}>
          Set a hold
        </Button>
      }
    >
      <QueryView query={holds} lines={2}>
        {({ holds: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No hold">
              Set one on an experiment, a user or a session whose traces are evidence.
            </EmptyState>
          ) : (
            <DataTable
              label="Legal holds"
              rows={rows}
              columns={COLUMNS}
              keyOf={({ hold_id: id }) => id}
              minWidth={760}
            />
          )
        }
      </QueryView>
      <SetHold isOpen={isSetting} onClose={close} />
    </Section>
  );
}

function LiftHold(hold: LegalHold) {
  const lifting = useChange(
    () =>
      dataOf(api.POST('/api/v1/legal-holds/{hold_id}/lift', { params: { path: { hold_id: hold.hold_id } } })),
    [holdsQuery.queryKey],
  );
  return (
    <ConfirmButton
      label={`Lift the hold on ${whoseOf(hold)}`}
      action="Lift"
      icon={IconLockOpen}
      deed={lifting}
    >
      What is old or was asked to be erased may be removed from then on.
    </ConfirmButton>
  );
}
