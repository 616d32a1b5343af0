import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serviceFor, type ServiceName } from '../../libs/service-kit/src/service-routes.ts';

export interface Gateway {
  readonly url: string;
  stop(): Promise<void>;
}

export interface GatewayOptions {
  /** Base URL of each service; of several instances, asked in turn. */
  readonly services: Readonly<Record<ServiceName, string | readonly string[]>>;
  readonly host?: string;
  /** A free one by default. */
  readonly port?: number;
  /** Set on every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One address in front of the services, by the same route table as every other topology. Streams both ways. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    Object.assign(incoming.headers, options.headers);
    const instances = [options.services[serviceFor(incoming.url ?? '/')]].flat();
    const instance = instances[turn++ % instances.length] ?? '';
    forward(incoming, outgoing, new URL(instance), agent);
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  await listening;
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host ?? '127.0.0.1'}:${port}`,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, target: URL, agent: Agent): void {
  const upstream = request(
    {
      agent,
      host: target.hostname,
      port: target.port,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.headers,
    },
    (answer) => {
      // How long its connection stays is of the service's own; the client's is the gateway's.
      const { 'keep-alive': _, ...headers } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(outgoing);
    },
  );
  upstream.once('error', (error) => {
    if (outgoing.headersSent) return void outgoing.destroy(error);
    outgoing.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' });
    outgoing.end(JSON.stringify({ error_code: 'TEMPORARILY_UNAVAILABLE', message: error.message }));
  });
  outgoing.once('close', () => upstream.destroy());
  incoming.pipe(upstream);
}
