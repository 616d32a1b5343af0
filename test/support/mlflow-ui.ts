import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface MlflowUi {
  readonly url: string;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const STATIC = '/static-files/';

/** The web UI of an installed mlflow package (`folder`: its server/js/build) in front of another server, as mlflow itself serves it. */
export async function serveMlflowUi(folder: string, target: string): Promise<MlflowUi> {
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://ui');
    if (pathname === '/') sendFile(join(folder, 'index.html'), outgoing);
    else if (pathname.startsWith(STATIC)) {
      sendFile(join(folder, normalize(pathname.slice(STATIC.length - 1))), outgoing);
    } else passOn(incoming, outgoing, new URL(incoming.url ?? '/', target));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendFile(path: string, outgoing: ServerResponse): void {
  if (!existsSync(path) || !statSync(path).isFile()) return void outgoing.writeHead(404).end();
  outgoing.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
  createReadStream(path).pipe(outgoing);
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): void {
  const { method, headers } = incoming;
  // The host as the browser named it: a change that a page of another origin asks for is refused.
  const upstream = request(url, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.once('error', (error) => outgoing.destroy(error));
  incoming.pipe(upstream);
}
