import { Button, Code } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import { secretsQuery, type GatewaySecret } from '../../../api/gateway.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { AddKey } from './add-key.tsx';

const COLUMNS: readonly Column<GatewaySecret>[] = [
  { label: 'Name', render: ({ name }) => name },
  { label: 'Provider', render: ({ provider }) => provider ?? 'any' },
  { label: 'Key', render: ({ masked_values: masked }) => <Code>{Object.values(masked).join(', ')}</Code> },
  { label: 'Base URL', render: ({ settings }) => settings['api_base'] ?? 'the provider’s own' },
  { label: 'Changed', render: ({ last_update_time: time }) => formatTime(time) },
  { label: 'Actions', width: 60, render: (secret) => <DeleteKey {...secret} /> },
];

/** Keys of model providers, which judges, the playground and the gateway use. */
export function Keys() {
  const secrets = useQuery(secretsQuery);
  const [isAdding, { open, close }] = useDisclosure();
  return (
    <Section
      title="Keys of providers"
      description="Judges, the playground and the gateway use them. They are kept encrypted and never shown again."
      actions={
        <Button size="xs" onClick={open}>
          Add a key
        </Button>
      }
    >
      <QueryView query={secrets} lines={3}>
        {({ secrets: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No key yet">
              Add one, and judges can score traces with <Code>openai:/gpt-4.1-mini</Code> or any other model.
            </EmptyState>
          ) : (
            <DataTable label="Keys" rows={rows} columns={COLUMNS} keyOf={({ secret_id: id }) => id} />
          )
        }
      </QueryView>
      <AddKey isOpen={isAdding} onClose={close} />
    </Section>
  );
}

function DeleteKey({ secret_id: id, name }: GatewaySecret) {
  const deletion = useChange(
    () => dataOf(api.DELETE('/api/v1/gateway/secrets/{id}', { params: { path: { id } } })),
    [['gateway']],
  );
  return (
    <ConfirmButton label={`Delete the key “${name}”`} deed={deletion}>
      Judges and endpoints that use it fail until there is another key of this provider.
    </ConfirmButton>
  );
}
