import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CertificateFiles } from './certificates.ts';

export interface TlsProxy {
  readonly port: number;
  stop(): Promise<void>;
}

/** Length and code of PostgreSQL's SSLRequest; a client waits for the S before it talks TLS. */
const POSTGRES_SSL_REQUEST_BYTES = 8;

/** TLS in front of a server on loopback that talks plainly; `protocol` postgres negotiates as PostgreSQL does. */
export async function startTlsProxy(
  targetPort: number,
  files: CertificateFiles,
  protocol: 'tls' | 'postgres' = 'tls',
): Promise<TlsProxy> {
  const pem = { key: readFileSync(files.key), cert: readFileSync(files.cert) };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()));
    const serve = (): void => {
      const secure = new TLSSocket(socket, { isServer: true, ...pem });
      const target = connect(targetPort, '127.0.0.1');
      secure.on('error', () => target.destroy()).on('close', () => target.destroy());
      target.on('error', () => secure.destroy()).on('close', () => secure.destroy());
      secure.pipe(target).pipe(secure);
    };
    if (protocol === 'tls') return serve();
    socket.once('readable', () => {
      socket.read(POSTGRES_SSL_REQUEST_BYTES);
      socket.write('S');
      serve();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
