import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What a link does with what is sent over it. `refusing` resets every connection; `hanging` takes connections and bytes and
 * lets nothing through, ends of connections included, as a cut cable does; `slow` delays and hands over crumbs.
 */
export type LinkState = 'fair' | 'refusing' | 'hanging' | 'slow';

const LATENCY_MS = 150;
/** The first bytes of what arrives together come one by one: a parser sees every split there is. */
const SINGLE_BYTES = 48;
const CRUMB_BYTES = 8 * 1024;

/** A TCP proxy between two parts, whose faults are switched while it runs. */
export class FaultyLink {
  private current: LinkState = 'fair';
  private passable = Promise.resolve();
  private open: () => void = () => undefined;
  private readonly sockets = new Set<Socket>();
  /** Connections of an earlier age are dead and don't know it. */
  private age = 0;
  private readonly server: Server;
  private readonly targetPort: number;

  private constructor(targetPort: number) {
    this.targetPort = targetPort;
    this.server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => void this.serve(client));
  }

  /** A link to a port of loopback; nothing need listen there yet. */
  static async to(targetPort: number): Promise<FaultyLink> {
    const link = new FaultyLink(targetPort);
    link.server.listen(0, '127.0.0.1');
    await once(link.server, 'listening');
    return link;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get state(): LinkState {
    return this.current;
  }

  set(state: LinkState): void {
    this.open();
    this.current = state;
    if (state === 'refusing') for (const socket of this.sockets) socket.resetAndDestroy();
    if (state === 'hanging') ({ promise: this.passable, resolve: this.open } = Promise.withResolvers<void>());
  }

  /** Loses every connection there is without a word, as a firewall that restarts or a server that fails over; new ones are made. */
  forget(): void {
    this.age += 1;
  }

  async stop(): Promise<void> {
    this.set('fair');
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(client: Socket): Promise<void> {
    this.watch(client);
    if (this.current === 'refusing') return void client.resetAndDestroy();
    await this.passable;
    if (client.destroyed) return;
    const target = this.watch(connect({ port: this.targetPort, host: '127.0.0.1', allowHalfOpen: true }));
    target.setNoDelay(true);
    // A server that is away refuses, and so does the link to it.
    target.once('error', () => client.resetAndDestroy());
    const gate = this.gateOf(this.age);
    void this.carry(client, target, gate);
    void this.carry(target, client, gate);
  }

  private watch(socket: Socket): Socket {
    this.sockets.add(socket);
    return socket.on('error', () => undefined).once('close', () => this.sockets.delete(socket));
  }

  private gateOf(age: number): () => Promise<void> {
    return () => (age < this.age ? new Promise(() => undefined) : this.passable);
  }

  private async carry(from: Socket, to: Socket, gate: () => Promise<void>): Promise<void> {
    try {
      for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        await gate();
        await (this.current === 'slow' ? crumble(to, chunk) : write(to, chunk));
        if (to.destroyed) break;
      }
      await gate();
      to.end();
    } catch {
      await gate();
      to.destroy();
    }
  }
}

async function crumble(to: Socket, chunk: Buffer): Promise<void> {
  await sleep(LATENCY_MS);
  let at = 0;
  while (at < chunk.length && !to.destroyed) {
    const length = at < SINGLE_BYTES ? 1 : CRUMB_BYTES;
    await write(to, chunk.subarray(at, at + length));
    at += length;
  }
}

/** Resolves when the kernel has it, or when the connection is gone. */
function write(to: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => to.write(bytes, () => resolve()));
}
