import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  readonly deliveryId: string;
  /** What it was answered with. */
  readonly status: number;
  readonly isSigned: boolean;
  readonly entity: string;
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  stop(): Promise<void>;
}

/** A real receiver of webhooks: checks signatures, and fails the first posts, as many as it is told. */
export async function startWebhookReceiver(secret: string, failures = 0): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const header = (name: string): string => String(request.headers[`x-mlflow-${name}`] ?? '');
      const signed = `${header('delivery-id')}.${header('timestamp')}.${body}`;
      const signature = `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`;
      const status = received.length < failures ? 500 : 200;
      const isSigned = header('signature') === signature;
      received.push({ deliveryId: header('delivery-id'), status, isSigned, ...JSON.parse(body) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
