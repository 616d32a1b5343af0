import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Webhook = Schemas['Webhook'];
export type WebhookEvent = Webhook['events'][number];
export type WebhookDelivery = Schemas['WebhookDelivery'];

const LISTED = 200;

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks', 'list'],
  queryFn: ({ signal }) =>
    dataOf(api.GET('/api/v1/webhooks', { params: { query: { limit: LISTED } }, signal })),
});

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id } }, signal })),
  });
