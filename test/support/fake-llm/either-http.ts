import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  constants,
  createServer as createServer2,
  Http2ServerResponse,
  type Http2ServerRequest,
} from 'node:http2';
import { createServer as createNetServer, type AddressInfo, type Socket } from 'node:net';

export interface EitherServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** How a connection of HTTP/2 begins. */
const PREFACE = 'PRI * HTTP/2';

/** One port on loopback for HTTP/1 and, as AWS' client speaks it, HTTP/2 without TLS. */
export async function listenForEither(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
): Promise<EitherServer> {
  const http1 = createServer(handle);
  // Node's HTTP/2 has the same interface, in types of its own.
  const http2 = createServer2(handle as unknown as (q: Http2ServerRequest, s: Http2ServerResponse) => void);
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.once('readable', () => {
      const first = socket.read() as Buffer | null;
      if (!first) return;
      socket.unshift(first);
      (first.toString('latin1').startsWith(PREFACE) ? http2 : http1).emit('connection', socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Breaks an answer off, as a connection that is lost does. */
export function tear(response: ServerResponse): void {
  const sent: unknown = response;
  if (sent instanceof Http2ServerResponse) sent.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else response.destroy();
}
