import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { membersQuery, ROLES, type Member } from '../../../api/access.ts';
import { api, dataOf } from '../../../api/client.ts';
import type { Role } from '../../../api/sign-in.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FormModal } from '../../../components/form-modal.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';

const COLUMNS: readonly Column<Member>[] = [
  {
    label: 'Name',
    render: ({ name, is_disabled: isOut }) => (isOut ? `${name} (shut out of the installation)` : name),
  },
  { label: 'Called', render: ({ display_name: called }) => called },
  { label: 'May', width: 330, render: (member) => <MemberRole {...member} /> },
  { label: 'Actions', width: 60, render: (member) => <RemoveMember {...member} /> },
];

/** People of the workspace. */
export function MembersPage() {
  const members = useQuery(membersQuery);
  const [isAdding, { open, close }] = useDisclosure();
  return (
    <Section
      title="Members"
      description="Who belongs to this workspace, and what they may do in it. Operators may do everything everywhere."
      actions={
        <Button size="xs" onClick={open}>
          Add a member
        </Button>
      }
    >
      <QueryView query={members} lines={3}>
        {({ members: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No member yet">Only operators may see this workspace. Add a user.</EmptyState>
          ) : (
            <DataTable
              label="Members"
              rows={rows}
              columns={COLUMNS}
              keyOf={({ name }) => name}
              minWidth={720}
            />
          )
        }
      </QueryView>
      <AddMember isOpen={isAdding} onClose={close} />
    </Section>
  );
}

function setMember(name: string, role: Role): Promise<unknown> {
  return dataOf(api.PUT('/api/v1/members/{name}', { params: { path: { name } }, body: { role } }));
}

function MemberRole({ name, role }: Member) {
  const change = useChange((chosen: Role) => setMember(name, chosen), [membersQuery.queryKey]);
  return (
    <Select
      aria-label={`What ${name} may do`}
      size="xs"
      data={ROLES}
      value={role}
      allowDeselect={false}
      disabled={change.isPending}
      error={change.error?.message}
      onChange={(chosen) => {
        if (chosen !== null) change.mutate(chosen as Role);
      }}
    />
  );
}

function RemoveMember({ name }: Member) {
  const removal = useChange(
    () => dataOf(api.DELETE('/api/v1/members/{name}', { params: { path: { name } } })),
    [membersQuery.queryKey],
  );
  return (
    <ConfirmButton label={`Take ${name} out of the workspace`} action="Take out" deed={removal}>
      They see nothing of it any more. Keys they made go on working: revoke those beside.
    </ConfirmButton>
  );
}

function AddMember({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const form = useForm({ initialValues: { name: '', role: 'viewer' as Role } });
  const addition = useChange(async () => {
    await setMember(form.values.name, form.values.role);
    form.reset();
  }, [membersQuery.queryKey]);
  return (
    <FormModal title="Add a member" action="Add" isOpen={isOpen} onClose={onClose} submission={addition}>
      <TextInput
        label="Name"
        description="What they sign in with; an operator adds users"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Select label="May" data={ROLES} allowDeselect={false} {...form.getInputProps('role')} />
    </FormModal>
  );
}
