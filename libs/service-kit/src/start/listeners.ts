import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuseUnreadable } from '../errors/refuse-unreadable.ts';
import { explainListenError } from './start-error.ts';

export interface Listener {
  readonly port: number;
  /** The setting that changes it, for the message when it is taken. */
  readonly setting: string;
}

/** How often a drain looks whether requests are still under way, in milliseconds. */
const DRAIN_CHECK_MS = 20;

/** The ports of one application; all of them answer the same. */
export class Listeners {
  private readonly servers: Server[] = [];
  private readonly underWay = new WeakMap<Server, Set<ServerResponse>>();
  private isDraining = false;

  constructor(private readonly app: NestFastifyApplication) {
    // Keep-alive clients learn from their last answer that they must connect elsewhere.
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onSend', async (_request, reply) => {
        if (this.isDraining) void reply.header('connection', 'close');
      });
  }

  /** Base URL of each listener, in the order opened. */
  get urls(): string[] {
    return this.servers.map(urlOf);
  }

  /** Opens the main port and then the others. Throws StartError when one can't be opened. */
  async open(host: string, [main, ...others]: readonly [Listener, ...Listener[]]): Promise<void> {
    await this.app.init();
    const fastify = this.app.getHttpAdapter().getInstance();
    const mainServer: Server = this.app.getHttpServer();
    try {
      // Not app.listen: that logs the failure as well, in words of its own.
      await fastify.listen({ port: main.port, host });
    } catch (error) {
      throw explainListenError(error, host, main);
    }
    this.add(mainServer);
    for (const listener of others) {
      const server = createServer((request, response) => fastify.routing(request, response));
      server.on('clientError', refuseUnreadable);
      server.keepAliveTimeout = mainServer.keepAliveTimeout;
      server.requestTimeout = mainServer.requestTimeout;
      await listen(server, host, listener);
      this.add(server);
    }
  }

  /** Takes no new connections, lets requests under way finish, at most for the given time. */
  async drain(deadlineMs: number): Promise<void> {
    this.isDraining = true;
    await Promise.all(this.servers.map((server) => this.drainServer(server, deadlineMs)));
  }

  private add(server: Server): void {
    const responses = new Set<ServerResponse>();
    server.on('request', (_request, response) => {
      responses.add(response);
      response.once('close', () => responses.delete(response));
    });
    this.underWay.set(server, responses);
    this.servers.push(server);
  }

  /** Node's closeIdleConnections keeps connections that never sent a request, hence our own count. */
  private async drainServer(server: Server, deadlineMs: number): Promise<void> {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const deadline = Date.now() + deadlineMs;
    while ((this.underWay.get(server)?.size ?? 0) > 0 && Date.now() < deadline) await sleep(DRAIN_CHECK_MS);
    server.closeAllConnections();
    await closed;
  }
}

function listen(server: Server, host: string, listener: Listener): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListenError(error, host, listener)));
    server.listen(listener.port, host, resolve);
  });
}

function urlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}
