import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { closeNow, listenOnLoopback, loopbackUrl } from './loopback-http.ts';

/** In front of a server: what it has taken and answered is kept from the client, as if the network had lost it. */
export class HeldAnswers {
  /** Paths whose answers are kept back from now on. */
  holding: string | undefined;
  /** How many were. */
  count = 0;

  private readonly server = createServer((request, response) => {
    // Either side may be gone meanwhile.
    this.pass(request, response).catch(() => response.destroy());
  });
  private readonly target: string;

  private constructor(target: string) {
    this.target = target;
  }

  static async before(target: string): Promise<HeldAnswers> {
    const door = new HeldAnswers(target);
    await listenOnLoopback(door.server);
    return door;
  }

  get url(): string {
    return loopbackUrl(this.server);
  }

  stop(): Promise<void> {
    return closeNow(this.server);
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const {
      host: _,
      connection: __,
      'content-length': ___,
      'transfer-encoding': ____,
      ...headers
    } = request.headers;
    const body = method === 'GET' ? undefined : await buffer(request);
    const answer = await fetch(this.target + url, {
      method,
      headers: headers as Record<string, string>,
      ...(body && { body }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (url === this.holding) {
      this.count += 1;
      return;
    }
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(bytes);
  }
}
