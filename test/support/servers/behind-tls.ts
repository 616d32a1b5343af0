import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createAuthority, type TestAuthority } from './certificates.ts';
import type { ServerHandle } from './server-process.ts';
import { startTlsProxy, type TlsProxy } from './tls-proxy.ts';

/** A server with a TLS proxy before it, whose certificate is of an authority that nobody trusts yet. */
export interface ServerBehindTls<Server> {
  readonly server: Server;
  readonly port: number;
  readonly authority: TestAuthority;
  /** What NODE_EXTRA_CA_CERTS does when a process starts. */
  trustAuthority(): void;
  distrustAuthority(): void;
  stop(): Promise<void>;
}

/** Puts a TLS proxy before a server; both end together. */
export async function startBehindTls<Server extends ServerHandle & { readonly url: string }>(
  start: () => Promise<Server>,
  protocol?: Parameters<typeof startTlsProxy>[2],
): Promise<ServerBehindTls<Server>> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-tls-'));
  const trusted = getCACertificates('default');
  const authority = await createAuthority(folder);
  const server = await start();
  const files = await authority.issue('IP:127.0.0.1');
  const proxy: TlsProxy = await startTlsProxy(Number(new URL(server.url).port), files, protocol);
  return {
    server,
    port: proxy.port,
    authority,
    trustAuthority: () => setDefaultCACertificates([...trusted, readFileSync(authority.ca, 'utf8')]),
    distrustAuthority: () => setDefaultCACertificates(trusted),
    stop: async () => {
      await proxy.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
