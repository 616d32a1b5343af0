import { Button, Drawer, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { deliveriesQuery, type Webhook, type WebhookDelivery } from '../../../api/webhooks.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { QueryView } from '../../../components/query-view.tsx';

interface DeliveriesProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

/** What became of each delivery, with a trial and a way to repeat. */
export function Deliveries({ webhook, onClose }: DeliveriesProps) {
  const deliveries = useQuery(deliveriesQuery(webhook.id));
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={`Deliveries to ${webhook.name}`}>
      <Trial webhook={webhook} />
      <QueryView query={deliveries} lines={4}>
        {({ deliveries: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing has been delivered yet" />
          ) : (
            <DataTable
              label="Deliveries"
              rows={rows}
              columns={columnsOf(webhook.id)}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryView>
    </Drawer>
  );
}

function columnsOf(webhookId: string): Column<WebhookDelivery>[] {
  return [
    { label: 'Happened', render: ({ creation_time: time }) => formatTime(time) },
    { label: 'Event', render: ({ event }) => event },
    {
      label: 'State',
      render: ({ state, response_status: status }) => `${state}${status === undefined ? '' : ` (${status})`}`,
    },
    { label: 'Attempts', isFigure: true, render: ({ attempts }) => attempts },
    { label: 'Fault', render: ({ error }) => error },
    { label: 'Actions', render: ({ id }) => <Repeat webhookId={webhookId} deliveryId={id} /> },
  ];
}

function Repeat({ webhookId, deliveryId }: { readonly webhookId: string; readonly deliveryId: string }) {
  const path = { id: webhookId, delivery_id: deliveryId };
  const repetition = useChange(
    () => dataOf(api.POST('/api/v1/webhooks/{id}/deliveries/{delivery_id}/repeat', { params: { path } })),
    [['webhooks', webhookId]],
  );
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={repetition.isPending}
      onClick={() => repetition.mutate()}
    >
      Repeat
    </Button>
  );
}

function Trial({ webhook: { id, events } }: { readonly webhook: Webhook }) {
  const queries = useQueryClient();
  const trial = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/webhooks/{id}/test', { params: { path: { id } }, body: { event: events[0] } }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks', id] }),
  });
  const { data } = trial;
  return (
    <Group mb="md">
      <Button size="xs" loading={trial.isPending} onClick={() => trial.mutate()}>
        Send a trial event
      </Button>
      {data !== undefined && (
        <Text size="sm" role="status">
          {data.is_delivered
            ? `Taken with ${data.response_status}`
            : `Not taken: ${data.error ?? data.response_status}`}
        </Text>
      )}
      {trial.isError && <ProblemNotice error={trial.error} />}
    </Group>
  );
}
