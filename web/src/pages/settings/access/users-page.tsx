import { Button, Checkbox, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { usersQuery, type User } from '../../../api/access.ts';
import { api, dataOf } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FormModal } from '../../../components/form-modal.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';

const COLUMNS: readonly Column<User>[] = [
  { label: 'Name', render: ({ name }) => name },
  { label: 'Called', render: ({ display_name: called }) => called },
  {
    label: 'Operator',
    width: 90,
    render: (user) => <Flag user={user} field="is_operator" what="an operator" />,
  },
  {
    label: 'Shut out',
    width: 90,
    render: (user) => <Flag user={user} field="is_disabled" what="shut out" />,
  },
  {
    label: 'Last signed in',
    render: ({ last_sign_in_time: time }) => (time === undefined ? 'never' : formatTime(time)),
  },
  { label: 'Actions', width: 60, render: (user) => <DeleteUser {...user} /> },
];

/** Everybody who may sign in: for operators. */
export function UsersPage() {
  const users = useQuery(usersQuery);
  const [isAdding, { open, close }] = useDisclosure();
  return (
    <Section
      title="Users"
      description="Who may sign in to this installation. What they may do in a workspace is said under Members, there."
      actions={
        <Button size="xs" onClick={open}>
          Add a user
        </Button>
      }
    >
      <QueryView query={users} lines={3}>
        {({ users: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No user yet">
              Millrace makes the user admin when it is started with MILLRACE_AUTHENTICATION=on.
            </EmptyState>
          ) : (
            <DataTable
              label="Users"
              rows={rows}
              columns={COLUMNS}
              keyOf={({ user_id: id }) => id}
              minWidth={720}
            />
          )
        }
      </QueryView>
      <AddUser isOpen={isAdding} onClose={close} />
    </Section>
  );
}

interface FlagProps {
  readonly user: User;
  readonly field: 'is_operator' | 'is_disabled';
  readonly what: string;
}

function Flag({ user, field, what }: FlagProps) {
  const change = useChange(
    () =>
      dataOf(
        api.PATCH('/api/v1/users/{user_id}', {
          params: { path: { user_id: user.user_id } },
          body: { [field]: !user[field] },
        }),
      ),
    [usersQuery.queryKey],
  );
  return (
    <Switch
      size="xs"
      aria-label={`Whether ${user.name} is ${what}`}
      checked={user[field]}
      disabled={change.isPending}
      error={change.error?.message}
      onChange={() => change.mutate()}
    />
  );
}

function DeleteUser({ user_id: id, name }: User) {
  const deletion = useChange(
    () => dataOf(api.DELETE('/api/v1/users/{user_id}', { params: { path: { user_id: id } } })),
    [usersQuery.queryKey],
  );
  return (
    <ConfirmButton label={`Delete the user ${name}`} deed={deletion}>
      They can’t sign in any more and leave every workspace. What they did stays, and so do keys they made.
    </ConfirmButton>
  );
}

function AddUser({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const form = useForm({ initialValues: { name: '', called: '', password: '', isOperator: false } });
  const creation = useChange(async () => {
    const { name, called, password, isOperator } = form.values;
    const body = { name, display_name: called, password, is_operator: isOperator };
    await dataOf(api.POST('/api/v1/users', { body }));
    form.reset();
  }, [usersQuery.queryKey]);
  return (
    <FormModal title="Add a user" action="Add" isOpen={isOpen} onClose={onClose} submission={creation}>
      <TextInput
        label="Name"
        description="What they sign in with: a login or an e-mail address"
        required
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <TextInput label="Called" {...form.getInputProps('called')} />
      <PasswordInput
        label="First password"
        description="At least 12 characters; they change it"
        required
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <Checkbox
        label="An operator: all workspaces and users are theirs to run"
        {...form.getInputProps('isOperator', { type: 'checkbox' })}
      />
    </FormModal>
  );
}
