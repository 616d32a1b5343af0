import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthority, freePort, openDataFolder, ServerProcess } from '../servers/index.ts';
import { ApiClient } from './api-client.ts';
import { apiServerProgram } from './programs.ts';

const TOKEN = 'only-for-this-test';
const LOOPBACK = '127.0.0.1';

export interface KubernetesApiServer {
  readonly client: ApiClient;
  /** File for KUBECONFIG: an administrator. */
  readonly kubeconfig: string;
  stop(): Promise<void>;
}

/**
 * A real Kubernetes API server on loopback with its etcd: it validates, defaults, admits and stores. There are no nodes and no
 * controllers: no pod ever runs, and nothing is made of a Deployment.
 */
export async function startApiServer(): Promise<KubernetesApiServer> {
  const program = await apiServerProgram();
  const data = openDataFolder('kubernetes');
  const etcd = await startEtcd(data.path);
  const url = `https://${LOOPBACK}:${await freePort()}`;
  const authority = await createAuthority(data.path);
  const ca = readFileSync(authority.ca, 'utf8');
  const client = new ApiClient({ url, token: TOKEN, ca });
  const settings = await apiServerSettings(data.path, {
    url,
    etcd: etcd.url,
    ...(await authority.issue(`IP:${LOOPBACK}`)),
  });
  const server = new ServerProcess({
    name: 'kube-apiserver',
    command: [program, ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)],
    isReady: () =>
      client.call('GET', '/readyz').then(
        ({ status }) => status === 200,
        () => false,
      ),
  });
  await server.start();
  return {
    client,
    kubeconfig: writeKubeconfig(data.path, url, authority.ca),
    stop: async () => {
      await server.stop();
      await etcd.stop();
      data.remove();
    },
  };
}

async function startEtcd(folder: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const url = `http://${LOOPBACK}:${await freePort()}`;
  const peers = `http://${LOOPBACK}:${await freePort()}`;
  const settings = {
    'data-dir': join(folder, 'etcd'),
    'listen-client-urls': url,
    'advertise-client-urls': url,
    'listen-peer-urls': peers,
    'initial-advertise-peer-urls': peers,
    'initial-cluster': `default=${peers}`,
  };
  const server = new ServerProcess({
    name: 'etcd (Debian: etcd-server)',
    command: ['etcd', ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)],
    isReady: () =>
      fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
  });
  await server.start();
  return { url, stop: () => server.stop() };
}

async function apiServerSettings(
  folder: string,
  at: { readonly url: string; readonly etcd: string; readonly cert: string; readonly key: string },
): Promise<Readonly<Record<string, string>>> {
  const tokens = join(folder, 'tokens.csv');
  writeFileSync(tokens, `${TOKEN},admin,admin,system:masters\n`);
  return {
    'etcd-servers': at.etcd,
    'bind-address': LOOPBACK,
    'advertise-address': LOOPBACK,
    'secure-port': new URL(at.url).port,
    'tls-cert-file': at.cert,
    'tls-private-key-file': at.key,
    'cert-dir': join(folder, 'certificates'),
    'token-auth-file': tokens,
    'authorization-mode': 'RBAC',
    'service-cluster-ip-range': '10.96.0.0/16',
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': at.cert,
    'service-account-signing-key-file': at.key,
    // Both wait for controllers: one to make tokens, the other to let claims go.
    'disable-admission-plugins': 'ServiceAccount,StorageObjectInUseProtection',
  };
}

function writeKubeconfig(folder: string, server: string, ca: string): string {
  const file = join(folder, 'kubeconfig');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority': ca } }],
    users: [{ name: 'admin', user: { token: TOKEN } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
    'current-context': 'test',
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}
