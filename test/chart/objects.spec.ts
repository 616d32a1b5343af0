import { describe, expect, it } from 'vitest';
import { findManifest, renderChart } from '../support/kubernetes/helm.ts';
import { nameOf, podOf, type Manifest } from '../support/kubernetes/manifest.ts';

/** The last part of an image's name. */
const OURS = /(^|\/)millrace-[^/]*$/;

describe.each(['distributed', 'standalone'])('the objects of mode %s', (mode) => {
  const rendered = renderChart({ mode });

  it('each pod keeps to the restricted Pod Security Standard; what is ours cannot write its root', async () => {
    const pods = (await rendered).flatMap((manifest) => podOf(manifest) ?? []);
    expect(pods.length).toBeGreaterThan(0);
    expect(pods.flatMap((pod) => liberties(pod))).toEqual([]);
  });
});

it('a deployment has the replicas that were asked for', async () => {
  const manifests = await renderChart({ ingest: { replicas: 3 } });
  expect(findManifest(manifests, 'Deployment', 'millrace-ingest').spec.replicas).toBe(3);
  expect(() => findManifest(manifests, 'Deployment', 'none')).toThrow('the chart makes no Deployment none');
});

it('a liberty of a pod is found', () => {
  const pod: Manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'web', image: 'millrace-web:1' }] },
  };
  expect(liberties(pod)).toHaveLength(5);
});

/** What a pod may do that it need not, by the names of its containers. */
function liberties(pod: Manifest): string[] {
  const { securityContext: ofPod = {}, containers, initContainers = [] } = pod.spec;
  return [...containers, ...initContainers].flatMap(({ name, image, securityContext = {} }) => {
    const { seccompProfile, ...context } = { ...ofPod, ...securityContext };
    const found = {
      'may run as root': context.runAsNonRoot !== true,
      'may call the whole kernel': seccompProfile?.type !== 'RuntimeDefault',
      'may gain privileges': context.allowPrivilegeEscalation !== false,
      'has capabilities': context.capabilities?.drop?.includes('ALL') !== true,
      // The bundled stores' official images write theirs.
      'may write its root': OURS.test(image) && context.readOnlyRootFilesystem !== true,
    };
    const names = Object.entries(found).filter(([, isFound]) => isFound);
    return names.map(([liberty]) => `${nameOf(pod)} ${name} ${liberty}`);
  });
}
