import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { CliError } from '../cli-error.ts';
import type { Session } from '../connection/session.ts';
import { createMcpServer } from './mcp-server.ts';

const HOST = '127.0.0.1';
const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** On loopback alone, each request for itself. Resolves when the session's signal ends it; `listening` is told the address. */
export async function serveHttp(
  session: Session,
  port: number,
  listening: (url: string) => void,
): Promise<void> {
  const { signal } = session.terminal;
  const server = createServer((request, response) => {
    void answer(session, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(port, HOST);
  await once(server, 'listening').catch((cause: unknown) => {
    throw new CliError(`Port ${port} can't be listened on: choose another with --http.`, 1, { cause });
  });
  listening(`http://${HOST}:${(server.address() as AddressInfo).port}/mcp`);
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  server.close();
  server.closeAllConnections();
}

async function answer(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url?.split('?')[0] !== '/mcp') {
    response.writeHead(404).end();
    return;
  }
  const host = request.headers.host ?? '';
  // A page of some other site can have its name point here, and ask as that site.
  const transport = new StreamableHTTPServerTransport({
    enableDnsRebindingProtection: true,
    allowedHosts: LOOPBACK.test(host) ? [host] : ['127.0.0.1'],
    allowedOrigins: [`http://${host}`],
    enableJsonResponse: true,
  });
  const server = createMcpServer(session);
  response.on('close', () => void Promise.all([transport.close(), server.close()]));
  await server.connect(transport);
  await transport.handleRequest(request, response);
}
