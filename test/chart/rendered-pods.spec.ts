import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServers, type RunningServers } from '../support/distributed.ts';
import { findManifest, renderChart } from '../support/kubernetes/helm.ts';
import { textsOf, type Manifest } from '../support/kubernetes/manifest.ts';
import { RenderedContainers, type RunningContainer } from '../support/kubernetes/rendered-containers.ts';
import { startNginx, type Nginx } from '../support/kubernetes/start-nginx.ts';
import { freePort } from '../support/servers/index.ts';

const SERVICES = {
  ingest: 'ingest',
  writer: 'writer',
  'query-api': 'queryApi',
  registry: 'registry',
  evaluator: 'evaluator',
};
const PATIENT = { timeout: 60_000, interval: 250 };
const LIMIT_MS = 240_000;

let folder: string;
let containers: RenderedContainers | undefined;
let servers: RunningServers | undefined;
let nginx: Nginx | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-pods-'));
});
afterEach(async () => {
  await nginx?.stop();
  await containers?.stop();
  await servers?.stop();
  rmSync(folder, { recursive: true });
  [nginx, containers, servers] = [undefined, undefined, undefined];
});

/** What a service here is told beside what the chart says: nobody else's port. */
async function ownPorts(...names: readonly string[]) {
  const ports = await Promise.all(names.map(() => freePort()));
  return names.map((name, index) => ({ name, value: String(ports[index]) }));
}

/** The probe of a pod says that it is ready. */
async function isReady(
  manifest: Manifest,
  { environment, process: child, output }: RunningContainer,
): Promise<void> {
  const { path } = manifest.spec.template.spec.containers[0].readinessProbe.httpGet;
  await expect
    .poll(async () => {
      if (child.exitCode !== null) throw new Error(output());
      return fetch(`http://127.0.0.1:${environment['MILLRACE_PORT']}${path}`).then(
        ({ status }) => status,
        () => 0,
      );
    }, PATIENT)
    .toBe(200);
}

/** Runs the pod of `helm test`; its exit code and what it says. */
async function helmTest(manifests: readonly Manifest[], given = {}) {
  const pod = new RenderedContainers(manifests, folder, given).start('Pod', 'millrace-test', 'send-and-read');
  return { code: await pod.ended, said: pod.output() };
}

it(
  'the pods of the distributed mode do their work, as rendered, on real servers',
  { timeout: LIMIT_MS },
  async () => {
    servers = await startServers();
    const { environment } = servers;
    const given = { s3: { ...environment } as Record<string, string> };
    const services = await Promise.all(
      Object.entries(SERVICES).map(async ([app, values]) => {
        const others = app === 'ingest' ? ['MILLRACE_OTLP_HTTP_PORT', 'MILLRACE_OTLP_GRPC_PORT'] : [];
        return [values, { env: await ownPorts('MILLRACE_PORT', ...others) }] as const;
      }),
    );
    const values = {
      ...Object.fromEntries(services),
      kafka: { brokers: [environment['MILLRACE_KAFKA_BROKERS']] },
      clickhouse: { url: environment['MILLRACE_CLICKHOUSE_URL'] },
      postgres: { url: environment['MILLRACE_POSTGRES_URL'] },
      redis: { url: environment['MILLRACE_REDIS_URL'] },
      blobs: { url: environment['MILLRACE_BLOB_URL'], existingSecret: 's3' },
    };
    const manifests = await renderChart(values);
    containers = new RenderedContainers(manifests, folder, given);
    const waiting = containers.start('Deployment', 'millrace-writer', 'wait-for-migration');
    await expect.poll(waiting.output, PATIENT).toContain('cannot start yet');
    const job = manifests.find(({ kind }) => kind === 'Job')?.metadata.name ?? '';
    const migration = containers.start('Job', job, 'migrate');
    expect([await migration.ended, await waiting.ended], migration.output()).toEqual([0, 0]);

    const addresses: Record<string, string> = {};
    for (const app of Object.keys(SERVICES)) {
      const name = `millrace-${app}`;
      const service = containers.start('Deployment', name, app);
      await isReady(findManifest(manifests, 'Deployment', name), service);
      const { port } = findManifest(manifests, 'Service', name).spec.ports.find(
        (each: { name: string }) => each.name === 'http',
      );
      addresses[`${name}:${port}`] = `127.0.0.1:${service.environment['MILLRACE_PORT']}`;
    }
    const { 'default.conf': config = '' } = textsOf(findManifest(manifests, 'ConfigMap', 'millrace-gateway'));
    nginx = await startNginx(join(folder, 'nginx'), config, addresses);

    const secret = textsOf(findManifest(manifests, 'Secret', 'millrace'));
    const entered = await renderChart({ ...values, tests: { url: nginx.url }, secrets: fromKeys(secret) });
    const { code, said } = await helmTest(entered, given);
    expect(said).toContain('read it back');
    expect(code).toBe(0);
    const stranger = await helmTest(await renderChart({ ...values, tests: { url: nginx.url } }), given);
    expect(stranger.said).toContain('answered 401');
    expect(stranger.code).toBe(1);
    expect(new Set(await containers.stop())).toEqual(new Set([0]));
  },
);

it('the pod of the standalone mode does its work, as rendered', { timeout: LIMIT_MS }, async () => {
  const env = await ownPorts('MILLRACE_PORT', 'MILLRACE_OTLP_HTTP_PORT', 'MILLRACE_OTLP_GRPC_PORT');
  const url = `http://127.0.0.1:${env[0]?.value}`;
  const manifests = await renderChart({ mode: 'standalone', standalone: { env }, tests: { url } });
  containers = new RenderedContainers(manifests, folder);
  const standalone = containers.start('StatefulSet', 'millrace-standalone', 'standalone');
  expect(standalone.environment['MILLRACE_DATA_DIR']).toBe(join(folder, 'millrace-standalone', 'data'));
  await isReady(findManifest(manifests, 'StatefulSet', 'millrace-standalone'), standalone);
  const { code, said } = await helmTest(manifests);
  expect(said).toContain('read it back');
  expect(code).toBe(0);
  expect(await containers.stop()).toEqual([0]);
});

/** The values by which a chart is rendered again with the secrets it made. */
function fromKeys(secret: Readonly<Record<string, string>>) {
  return {
    adminPassword: secret['admin-password'],
    secretKey: secret['secret-key'],
    metricsToken: secret['metrics-token'],
  };
}
