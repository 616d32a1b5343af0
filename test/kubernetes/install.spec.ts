import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customResourceDefinitions } from '../support/kubernetes/custom-resources.ts';
import { exampleNames, valuesOf } from '../support/kubernetes/examples.ts';
import { CHART, helm, readManifests, RELEASE, renderingArguments } from '../support/kubernetes/helm.ts';
import { nameOf, podOf, type Manifest } from '../support/kubernetes/manifest.ts';
import { previousChart } from '../support/kubernetes/previous-chart.ts';
import { startApiServer, type KubernetesApiServer } from '../support/kubernetes/start-api-server.ts';

/** Nothing runs them there, and helm would wait. */
const NO_HOOKS = '--no-hooks';

let server: KubernetesApiServer;
let previous: string;
const folder = mkdtempSync(join(tmpdir(), 'millrace-chart-'));

beforeAll(async () => {
  previous = await previousChart(folder);
  server = await startApiServer();
  for (const definition of await customResourceDefinitions()) await server.client.define(definition);
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});

async function createNamespace(name: string): Promise<void> {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await server.client.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
}

/** Those that an example expects of its cluster. */
async function createPriorityClasses(pods: readonly Manifest[]): Promise<void> {
  const names = new Set<string>(pods.flatMap(({ spec }) => spec.priorityClassName ?? []));
  const type = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 1000 };
  for (const name of names) await server.client.create({ ...type, metadata: { name } });
}

/** What the server has against objects, by their names. */
async function refusals(manifests: readonly Manifest[], namespace: string): Promise<string[]> {
  const answers = manifests.map(async (manifest) => {
    const refusal = await server.client.refusal(manifest, namespace);
    return refusal === undefined ? [] : [`${nameOf(manifest)}: ${refusal}`];
  });
  return (await Promise.all(answers)).flat();
}

it('the server refuses an unknown field and a pod that may do too much', async () => {
  await createNamespace('refused');
  const pod = (spec: object): Manifest => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'web', image: 'web:1' }], ...spec },
  });
  expect(await refusals([pod({ hostNetwerk: true })], 'refused')).toEqual([
    expect.stringContaining('unknown field "spec.hostNetwerk"'),
  ]);
  expect(await refusals([pod({ hostNetwork: true })], 'refused')).toEqual([
    expect.stringContaining('violates PodSecurity "restricted:latest"'),
  ]);
});

describe.each(exampleNames())('example %s', (example) => {
  const namespace = `example-${example}`;
  let manifests: Manifest[];

  beforeAll(async () => {
    const rendering = await renderingArguments(CHART, namespace);
    const install = await helm([...rendering, '-f', valuesOf(example)]);
    const upgrade = await helm([...rendering, '-f', valuesOf(example), '--is-upgrade']);
    manifests = [...readManifests(install), ...readManifests(upgrade)];
    await createNamespace(namespace);
  });

  it('the server accepts each object of an install and an upgrade, hooks and tests too', async () => {
    expect(manifests.length).toBeGreaterThan(0);
    expect(await refusals(manifests, namespace)).toEqual([]);
  });

  it('each pod keeps to the restricted Pod Security Standard', async () => {
    const pods = manifests.flatMap((manifest) => podOf(manifest) ?? []);
    expect(pods.length).toBeGreaterThan(0);
    await createPriorityClasses(pods);
    expect(await refusals(pods, namespace)).toEqual([]);
  });

  it('is installed, upgraded from the chart before and uninstalled, and leaves what is to stay', async () => {
    const release = ['--namespace', namespace, '--kubeconfig', server.kubeconfig];
    const change = [...release, NO_HOOKS];
    const older = existsSync(valuesOf(example, previous)) ? valuesOf(example, previous) : valuesOf(example);
    await helm(['install', RELEASE, previous, ...change, '-f', older]);
    await helm(['upgrade', RELEASE, CHART, ...change, '-f', valuesOf(example)]);
    const stored = (await server.client.objects(namespace)).map((object) => nameOf(object));
    const wanted = readManifests(await helm(['get', 'manifest', RELEASE, ...release]));
    expect(wanted.length).toBeGreaterThan(0);
    expect(stored).toEqual(expect.arrayContaining(wanted.map((manifest) => nameOf(manifest))));
    await helm(['uninstall', RELEASE, ...change]);
    const left = await server.client.objects(namespace);
    const forgotten = left.filter(
      ({ metadata }) => metadata.annotations?.['helm.sh/resource-policy'] !== 'keep',
    );
    expect(forgotten.map((object) => nameOf(object))).toEqual([]);
  });
});
