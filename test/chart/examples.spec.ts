import { beforeAll, describe, expect, it } from 'vitest';
import { exampleNames, readKept, renderExample, valuesOf } from '../support/kubernetes/examples.ts';
import { CHART, helm, readManifests, renderingArguments } from '../support/kubernetes/helm.ts';
import { KubernetesTypes } from '../support/kubernetes/kubernetes-types.ts';
import { nameOf } from '../support/kubernetes/manifest.ts';

let types: KubernetesTypes;
beforeAll(async () => {
  types = await KubernetesTypes.load();
});

it('there are examples', () => {
  expect(exampleNames().length).toBeGreaterThanOrEqual(6);
});

describe.each(exampleNames())('example %s', (example) => {
  it('makes what is kept of it: else run npm run chart', async () => {
    expect(await renderExample(example)).toEqual(readKept(example));
  });

  it('has nothing that helm lint warns of', async () => {
    await helm(['lint', CHART, '--strict', '--quiet', '-f', valuesOf(example)]);
  });

  it('makes objects of the types of Kubernetes for an upgrade too', async () => {
    const rendering = [...(await renderingArguments(CHART)), '-f', valuesOf(example), '--is-upgrade'];
    const manifests = readManifests(await helm(rendering));
    expect(manifests.flatMap((manifest) => types.faults(manifest))).toEqual([]);
  });

  it('makes objects of the types of Kubernetes, each once', () => {
    const manifests = readManifests(Object.values(readKept(example)).join(''));
    expect(manifests.length).toBeGreaterThan(0);
    expect(manifests.flatMap((manifest) => types.faults(manifest))).toEqual([]);
    const names = manifests.map((manifest) => nameOf(manifest));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
