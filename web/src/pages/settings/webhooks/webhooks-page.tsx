import { Badge, Button, Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { webhooksQuery, type Webhook } from '../../../api/webhooks.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { Deliveries } from './deliveries.tsx';

export function WebhooksPage() {
  const webhooks = useQuery(webhooksQuery);
  const [isAdding, { open, close }] = useDisclosure();
  const [watched, setWatched] = useState<Webhook>();
  return (
    <Section
      title="Webhooks"
      description="Events as signed HTTP requests: deliveries are repeated until they are taken, for three days at most."
      actions={
        <Button size="xs" onClick={open}>
          Add a webhook
        </Button>
      }
    >
      <QueryView query={webhooks} lines={3}>
        {({ webhooks: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No webhook yet">
              Add one to hear of alerts, of new prompt versions or of completed traces.
            </EmptyState>
          ) : (
            <DataTable label="Webhooks" rows={rows} columns={columnsOf(setWatched)} keyOf={({ id }) => id} />
          )
        }
      </QueryView>
      <AddWebhook isOpen={isAdding} onClose={close} />
      {watched !== undefined && <Deliveries webhook={watched} onClose={() => setWatched(undefined)} />}
    </Section>
  );
}

function columnsOf(onWatch: (webhook: Webhook) => void): Column<Webhook>[] {
  return [
    { label: 'Name', render: ({ name }) => name },
    { label: 'URL', render: ({ url }) => url },
    { label: 'Events', render: ({ events }) => events.join(', ') },
    {
      label: 'Signed',
      render: ({ has_secret: isSigned }) => (
        <Badge color={isSigned ? 'green' : 'gray'} variant="light" tt="none">
          {isSigned ? 'yes' : 'no'}
        </Badge>
      ),
    },
    { label: 'On', width: 70, render: (webhook) => <Enabled {...webhook} /> },
    {
      label: 'Deliveries',
      width: 110,
      render: (webhook) => (
        <Button size="compact-xs" variant="default" onClick={() => onWatch(webhook)}>
          Look
        </Button>
      ),
    },
    { label: 'Actions', width: 60, render: (webhook) => <DeleteWebhook {...webhook} /> },
  ];
}

function Enabled({ id, name, is_enabled: isEnabled }: Webhook) {
  const change = useChange(
    () =>
      dataOf(
        api.PATCH('/api/v1/webhooks/{id}', { params: { path: { id } }, body: { is_enabled: !isEnabled } }),
      ),
    [['webhooks']],
  );
  return (
    <Switch
      size="xs"
      checked={isEnabled}
      disabled={change.isPending}
      onChange={() => change.mutate()}
      aria-label={`Whether ${name} is told`}
    />
  );
}

function DeleteWebhook({ id, name }: Webhook) {
  const deletion = useChange(
    () => dataOf(api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } })),
    [['webhooks']],
  );
  return (
    <ConfirmButton label={`Delete the webhook “${name}”`} deed={deletion}>
      What is still to be delivered to it is dropped.
    </ConfirmButton>
  );
}
