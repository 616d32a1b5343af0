import { Button, Code } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import {
  endpointsQuery,
  modelsQuery,
  type GatewayEndpoint,
  type GatewayModel,
} from '../../../api/gateway.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { AddEndpoint } from './add-endpoint.tsx';

/** Names under which applications and judges reach models, whatever provider answers. */
export function Endpoints() {
  const endpoints = useQuery(endpointsQuery);
  const { data: models } = useQuery(modelsQuery);
  const [isAdding, { open, close }] = useDisclosure();
  return (
    <Section
      title="Endpoints of the gateway"
      description="A name for one or more models: ask for gateway:/name, and change what answers here."
      actions={
        <Button size="xs" onClick={open}>
          Add an endpoint
        </Button>
      }
    >
      <QueryView query={endpoints} lines={3}>
        {({ endpoints: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No endpoint yet">
              Applications reach one at <Code>/gateway/mlflow/v1/chat/completions</Code> with the OpenAI
              client.
            </EmptyState>
          ) : (
            <DataTable
              label="Endpoints"
              rows={rows}
              columns={columnsOf(models?.models ?? [])}
              keyOf={({ endpoint_id: id }) => id}
            />
          )
        }
      </QueryView>
      <AddEndpoint isOpen={isAdding} onClose={close} />
    </Section>
  );
}

function columnsOf(models: readonly GatewayModel[]): Column<GatewayEndpoint>[] {
  const namesOf = (ids: readonly string[]): string =>
    ids
      .map((id) => models.find(({ model_id: each }) => each === id))
      .map((model) => (model === undefined ? '…' : `${model.provider}:/${model.model}`))
      .join(', ');
  return [
    { label: 'Name', render: ({ name }) => name },
    { label: 'Answered by', render: ({ model_ids: ids }) => namesOf(ids) },
    { label: 'When that fails', render: ({ fallback_model_ids: ids }) => namesOf(ids) || '–' },
    { label: 'Changed', render: ({ last_update_time: time }) => formatTime(time) },
    { label: 'Actions', width: 60, render: (endpoint) => <DeleteEndpoint {...endpoint} /> },
  ];
}

function DeleteEndpoint({ endpoint_id: id, name }: GatewayEndpoint) {
  const deletion = useChange(
    () => dataOf(api.DELETE('/api/v1/gateway/endpoints/{id}', { params: { path: { id } } })),
    [['gateway']],
  );
  return (
    <ConfirmButton label={`Delete the endpoint “${name}”`} deed={deletion}>
      Whoever asks for gateway:/{name} gets an error from then on.
    </ConfirmButton>
  );
}
