import { Badge, Button, Code, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { apiKeysQuery, type ApiKey } from '../../../api/access.ts';
import { api, dataOf } from '../../../api/client.ts';
import { signInQuery } from '../../../api/sign-in.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { AddApiKey } from './add-api-key.tsx';
import { KeyLimits } from './key-limits.tsx';

/** @param readAt when the keys were read, in milliseconds since the epoch: they have expired by then or not. */
function columnsOf(readAt: number): Column<ApiKey>[] {
  return [
    { label: 'Name', render: ({ name }) => name },
    { label: 'Key', render: ({ key_id: id }) => <Code>mr_{id}_…</Code> },
    { label: 'May', width: 90, render: ({ role }) => role },
    {
      label: 'In',
      render: ({ experiment_id: id }) => (id === undefined ? 'the workspace' : `experiment ${id}`),
    },
    {
      label: 'Last used',
      render: ({ last_used_time: time }) => (time === undefined ? 'never' : formatTime(time)),
    },
    { label: 'Made', render: ({ creation_time: time, created_by: by }) => `${formatTime(time)} ${by}` },
    { label: 'State', width: 110, render: (key) => <State apiKey={key} readAt={readAt} /> },
    {
      label: 'Actions',
      width: 100,
      render: (key) =>
        key.revocation_time === undefined && (
          <Group gap={4} wrap="nowrap">
            <KeyLimits {...key} />
            <RevokeKey {...key} />
          </Group>
        ),
    },
  ];
}

/** Programs' ways in. */
export function ApiKeysPage() {
  const keys = useQuery(apiKeysQuery);
  const { data: signIn } = useQuery(signInQuery);
  const [isAdding, { open, close }] = useDisclosure();
  const isOpen = signIn?.is_authentication_required === false;
  return (
    <Section
      title="API keys"
      description={
        isOpen
          ? 'Nobody has to show a key here: Millrace was started with MILLRACE_AUTHENTICATION=off.'
          : 'For services that send traces and programs that read them: MLFLOW_TRACKING_TOKEN, or the header authorization: Bearer.'
      }
      actions={
        <Button size="xs" onClick={open}>
          Add an API key
        </Button>
      }
    >
      <QueryView query={keys} lines={3}>
        {({ api_keys: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No API key yet">
              Add one with the role Ingest for each service that sends traces.
            </EmptyState>
          ) : (
            <DataTable
              label="API keys"
              rows={rows}
              columns={columnsOf(keys.dataUpdatedAt)}
              keyOf={({ key_id: id }) => id}
              minWidth={900}
            />
          )
        }
      </QueryView>
      <AddApiKey isOpen={isAdding} onClose={close} />
    </Section>
  );
}

function State({ apiKey, readAt }: { readonly apiKey: ApiKey; readonly readAt: number }) {
  const { revocation_time: revoked, expiration_time: expires } = apiKey;
  if (revoked !== undefined) return <Word color="gray">revoked</Word>;
  if (expires === undefined) return <Word color="green">works</Word>;
  const isOver = Date.parse(expires) <= readAt;
  return (
    <Word color={isOver ? 'gray' : 'green'}>{`${isOver ? 'expired' : 'until'} ${formatTime(expires)}`}</Word>
  );
}

function Word({ color, children }: { readonly color: string; readonly children: string }) {
  return (
    <Badge color={color} variant="light" tt="none">
      {children}
    </Badge>
  );
}

function RevokeKey({ key_id: id, name }: ApiKey) {
  const revocation = useChange(
    () => dataOf(api.DELETE('/api/v1/api-keys/{key_id}', { params: { path: { key_id: id } } })),
    [apiKeysQuery.queryKey],
  );
  return (
    <ConfirmButton label={`Revoke the API key “${name}”`} action="Revoke" deed={revocation}>
      Whatever uses it is refused within seconds. This can’t be undone.
    </ConfirmButton>
  );
}
