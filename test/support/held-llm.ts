import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HeldLlm {
  /** Base URL for an OpenAI client, ending in `/v1`. */
  readonly url: string;
  /** Questions that came. */
  readonly received: number;
  /** Answers that left whole. */
  readonly answered: number;
  /** From now on questions are taken and their answers kept back. */
  hold(): void;
  release(): void;
  stop(): Promise<void>;
}

/** Stands before a provider and counts what it is asked; its answers can be kept back, so that a test may do something meanwhile. */
export async function holdLlm(providerUrl: string): Promise<HeldLlm> {
  let gate = Promise.resolve();
  let open: () => void = () => undefined;
  const counts = { received: 0, answered: 0 };
  const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    counts.received += 1;
    const path = (request.url ?? '/').replace(/^\/v1/, '');
    const answer = await fetch(providerUrl + path, {
      method: request.method ?? 'GET',
      headers: { 'content-type': 'application/json' },
      body: Buffer.concat(chunks),
    });
    const text = await answer.text();
    await gate;
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(text, () => (counts.answered += 1));
  };
  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    get received() {
      return counts.received;
    },
    get answered() {
      return counts.answered;
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      open = resolve;
    },
    release: () => open(),
    stop: () =>
      new Promise<void>((resolve) => {
        open();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
