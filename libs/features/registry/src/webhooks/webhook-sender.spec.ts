import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RegistryOptions, registryConfigSchema } from '../registry.config.ts';
import { WebhookSender } from './webhook-sender.ts';

const STOP = new AbortController().signal;
const MESSAGE = { headers: { 'x-mlflow-delivery-id': '1' }, body: '{}' };
let server: Server;
let url: string;
let asked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    const status = Number(request.url?.slice(1));
    if (status === 0) return;
    response.writeHead(status, { location: '/200' }).end('x'.repeat(100_000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function sender(allowPrivateTargets: boolean, timeoutMs = 1000): WebhookSender {
  const webhooks = { allowPrivateTargets, timeoutMs };
  return new WebhookSender(new RegistryOptions(registryConfigSchema.parse({ webhooks })));
}

it('reads the beginning of the answer; only 2xx counts, and a redirect is not followed', async () => {
  expect(await sender(true).send(`${url}/204`, MESSAGE, STOP)).toMatchObject({
    isDelivered: true,
    status: 204,
  });
  for (const status of [302, 404, 503]) {
    asked = 0;
    const answer = await sender(true).send(`${url}/${status}`, MESSAGE, STOP);
    expect(answer).toMatchObject({ isDelivered: false, status });
    expect(answer.body?.length ?? 0).toBeLessThan(20_000);
    expect(asked).toBe(1);
  }
});

it('gives up on who does not answer', async () => {
  const answer = await sender(true, 50).send(`${url}/0`, MESSAGE, STOP);
  expect(answer).toEqual({ isDelivered: false, error: 'no answer in time' });
});

it('asks nobody on this machine unless that is allowed, also by a name that leads there', async () => {
  asked = 0;
  expect(sender(false).refusalOf('http://8.8.8.8/')).toMatch(/Allowed schemes are: https\./);
  expect(sender(false).refusalOf('https://127.0.0.1/')).toMatch(/MILLRACE_WEBHOOKS_PRIVATE_TARGETS/);
  expect(sender(false).refusalOf('https://hooks.example.com/x')).toBeUndefined();
  const port = new URL(url).port;
  const answer = await sender(false).send(`https://localhost:${port}/200`, MESSAGE, STOP);
  expect(answer.error).toMatch(/private network/);
  expect(asked).toBe(0);
});

it.each(['nothing', 'ftp://x/y', 'https://user:secret@x/', 'file:///etc/passwd'])('refuses %s', (address) => {
  expect(sender(true).refusalOf(address)).toMatch(/Invalid webhook URL/);
});
