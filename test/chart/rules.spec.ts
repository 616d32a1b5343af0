import { beforeAll, describe, expect, it } from 'vitest';
import { exampleNames, valuesOf } from '../support/kubernetes/examples.ts';
import {
  CHART,
  findManifest,
  helm,
  readManifests,
  renderChart,
  renderingArguments,
} from '../support/kubernetes/helm.ts';
import { nameOf, podOf, textsOf, type Manifest } from '../support/kubernetes/manifest.ts';

/** What a rule looks at in a container. */
interface Container {
  readonly name: string;
  readonly image: string;
  readonly resources: { readonly requests: object; readonly limits: { readonly memory?: string } };
  readonly env?: readonly {
    readonly name: string;
    readonly valueFrom?: { readonly secretKeyRef?: SecretKey };
  }[];
  readonly volumeMounts?: readonly { readonly name: string }[];
  readonly ports?: readonly { readonly name: string }[];
  readonly readinessProbe?: object;
  readonly livenessProbe?: object;
  readonly securityContext: { readonly readOnlyRootFilesystem?: boolean };
}

interface SecretKey {
  readonly name: string;
  readonly key: string;
}

const OF_OUR_OWN = /\bmillrace-[a-z-]+:/;

function podsOf(manifests: readonly Manifest[]): Manifest[] {
  return manifests.flatMap((manifest) => podOf(manifest) ?? []);
}

function containersOf({ spec }: Manifest): Container[] {
  return [...(spec.initContainers ?? []), ...spec.containers];
}

function matches(labels: Readonly<Record<string, string>>, pod: Manifest): boolean {
  return Object.entries(labels).every(([key, value]) => pod.metadata.labels?.[key] === value);
}

describe.each(exampleNames())('the objects of example %s', (example) => {
  let manifests: Manifest[];

  beforeAll(async () => {
    manifests = readManifests(await helm([...(await renderingArguments(CHART)), '-f', valuesOf(example)]));
  });

  const ofKind = (kind: string): Manifest[] => manifests.filter((manifest) => manifest.kind === kind);

  it('pods say what they need and may have, of an image in one version', () => {
    const faults = podsOf(manifests).flatMap((pod) =>
      containersOf(pod).flatMap(({ name, image, resources }) => [
        ...(resources.limits.memory ? [] : [`${pod.metadata.name}/${name} has no limit of memory`]),
        ...(Object.keys(resources.requests).length > 1
          ? []
          : [`${pod.metadata.name}/${name} requests too little`]),
        ...(/:[^/]+$/.test(image) && !image.endsWith(':latest') ? [] : [`${image} may be any version`]),
      ]),
    );
    expect(faults).toEqual([]);
  });

  it('our own containers write to no root file system', () => {
    const own = podsOf(manifests)
      .flatMap(containersOf)
      .filter(({ image }) => OF_OUR_OWN.test(image));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ securityContext }) => !securityContext.readOnlyRootFilesystem)).toEqual([]);
  });

  it('what runs for long says whether it works', () => {
    const lasting = manifests.filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));
    const silent = podsOf(lasting).flatMap(({ metadata, spec }) =>
      (spec.containers as Container[])
        .filter(({ readinessProbe, livenessProbe }) => !readinessProbe || !livenessProbe)
        .map(({ name }) => `${metadata.name}/${name}`),
    );
    expect(silent).toEqual([]);
  });

  it('a Service leads to pods, at ports that they have', () => {
    const faults = ofKind('Service').flatMap(({ metadata, spec }) => {
      const pods = podsOf(manifests).filter((pod) => matches(spec.selector, pod));
      const names = pods.flatMap(containersOf).flatMap(({ ports }) => (ports ?? []).map(({ name }) => name));
      const missing = (spec.ports as { targetPort: string }[]).filter(
        ({ targetPort }) => !names.includes(targetPort),
      );
      return pods.length === 1 && missing.length === 0 ? [] : [metadata.name];
    });
    expect(faults).toEqual([]);
  });

  it('what entries lead to are ports of Services', () => {
    const services = new Map(ofKind('Service').map(({ metadata, spec }) => [metadata.name, spec.ports]));
    const backends = [
      ...ofKind('Ingress').flatMap(({ spec }) =>
        spec.rules[0].http.paths.map(
          (path: { backend: { service: { name: string; port: { name: string } } } }) => [
            path.backend.service.name,
            path.backend.service.port.name,
          ],
        ),
      ),
      ...[...ofKind('HTTPRoute'), ...ofKind('GRPCRoute')].flatMap(({ spec }) =>
        spec.rules.flatMap((rule: { backendRefs: { name: string; port: number }[] }) =>
          rule.backendRefs.map(({ name, port }) => [name, port]),
        ),
      ),
    ] as [string, string | number][];
    const leadsNowhere = backends.filter(
      ([name, port]) =>
        !services
          .get(name)
          ?.some((each: { name: string; port: number }) => [each.name, each.port].includes(port)),
    );
    expect(leadsNowhere).toEqual([]);
  });

  it('mounts are of volumes, and Secrets of the chart have the keys that are read', () => {
    const secrets = new Map(
      ofKind('Secret').map((secret) => [secret.metadata.name, Object.keys(textsOf(secret))]),
    );
    const faults = podsOf(manifests).flatMap((pod) => {
      const volumes = (pod.spec.volumes as { name: string }[]).map(({ name }) => name);
      return containersOf(pod).flatMap(({ env = [], volumeMounts = [] }) => [
        ...volumeMounts.filter(({ name }) => !volumes.includes(name)).map(({ name }) => `no volume ${name}`),
        ...env.flatMap(({ valueFrom }) => {
          const { name = '', key = '' } = valueFrom?.secretKeyRef ?? {};
          return secrets.has(name) && !secrets.get(name)?.includes(key) ? [`${name} has no ${key}`] : [];
        }),
        ...twice(env.map(({ name }) => name)).map((name) => `${pod.metadata.name} sets ${name} twice`),
      ]);
    });
    expect(faults).toEqual([]);
  });

  it('a budget, a scale or a policy is of pods that there are', () => {
    const pods = podsOf(manifests);
    const selectors = ['PodDisruptionBudget', 'NetworkPolicy'].flatMap(ofKind).map((manifest) => ({
      name: nameOf(manifest),
      labels: (manifest.spec.selector ?? manifest.spec.podSelector).matchLabels,
    }));
    expect(selectors.filter(({ labels }) => !pods.some((pod) => matches(labels, pod)))).toEqual([]);
    const deployments = ofKind('Deployment').map(({ metadata }) => metadata.name);
    const scales = ['HorizontalPodAutoscaler', 'ScaledObject'].flatMap(ofKind);
    expect(scales.filter(({ spec }) => !deployments.includes(spec.scaleTargetRef.name))).toEqual([]);
    const scaled = scales.map(({ spec }) => spec.scaleTargetRef.name as string);
    const fixed = ofKind('Deployment').filter(({ spec }) => spec.replicas !== undefined);
    expect(fixed.filter(({ metadata }) => scaled.includes(metadata.name))).toEqual([]);
  });
});

function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

describe('an upgrade', () => {
  it('migrates before anything else changes, with the addresses it brings', async () => {
    const args = [...(await renderingArguments(CHART)), '--is-upgrade', '-f', '-'];
    const manifests = readManifests(
      await helm(args, JSON.stringify({ clickhouse: { url: 'http://new:8123/x' } })),
    );
    const job = findManifest(manifests, 'Job', 'millrace-upgrade');
    expect(job.metadata.annotations?.['helm.sh/hook']).toBe('pre-upgrade');
    const secret = findManifest(manifests, 'Secret', 'millrace-upgrade');
    expect(textsOf(secret)['clickhouse-url']).toBe('http://new:8123/x');
    expect(Number(secret.metadata.annotations?.['helm.sh/hook-weight'])).toBeLessThan(0);
    const [container] = job.spec.template.spec.containers as [Required<Container>];
    const read = container.env.find(({ name }) => name === 'MILLRACE_CLICKHOUSE_URL')?.valueFrom;
    expect(read?.secretKeyRef).toEqual({ name: 'millrace-upgrade', key: 'clickhouse-url' });
    expect(manifests.filter(({ kind }) => kind === 'Job')).toEqual([job]);
  });

  it('of other settings replaces the pods, of another version not the bundled stores', async () => {
    const podOfWriter = async (values: object): Promise<string> =>
      JSON.stringify(findManifest(await renderChart(values), 'Deployment', 'millrace-writer').spec.template);
    expect(await podOfWriter({ settings: { MILLRACE_LOG_LEVEL: 'debug' } })).not.toBe(await podOfWriter({}));
    const kafka = findManifest(await renderChart(), 'StatefulSet', 'millrace-kafka');
    expect(JSON.stringify(kafka.spec.template)).not.toMatch(/helm\.sh\/chart|app\.kubernetes\.io\/version/);
  });
});

describe('values that do not fit together', () => {
  it.each([
    [
      { clickhouse: { url: 'http://a/b', existingSecret: { name: 'c' } } },
      'clickhouse.url and clickhouse.existingSecret.name are both set',
    ],
    [{ clickhouse: { cluster: 'millrace' } }, 'the bundled ClickHouse is a single node'],
    [{ kafka: { tls: { enabled: true } } }, 'the bundled Kafka has neither'],
    [
      { kafka: { brokers: ['a:1'], sasl: { mechanism: 'plain' } } },
      'kafka.sasl.mechanism needs kafka.sasl.existingSecret',
    ],
    [{ kafka: { brokers: ['a:1'], tls: { existingSecret: 'a' } } }, 'kafka.tls.enabled is not'],
    [
      { kafka: { brokers: ['a:1'], tls: { enabled: true, clientCertificate: true } } },
      'kafka.tls.clientCertificate needs',
    ],
    [{ blobs: { url: 'file:///blobs' } }, 'services on several nodes do not share'],
    [{ secrets: { existingSecret: 'a', secretKey: 'b' } }, 'put all of them into the existing Secret'],
    [
      { authentication: { oidc: { issuer: 'https://a' } } },
      'authentication.oidc.issuer needs authentication.publicUrl',
    ],
    [{ authentication: { enabled: false }, ingress: { enabled: true } }, 'reached from outside'],
    [{ httpRoute: { enabled: true } }, 'httpRoute.enabled needs httpRoute.parentRefs'],
    [{ ingress: { enabled: true, grpc: { enabled: true } } }, 'has to be another host'],
    [
      { registry: { autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 2 } } },
      'minReplicas (3) is more than maxReplicas (2)',
    ],
    [{ registry: { autoscaling: { enabled: true, by: 'jobs' } } }, 'jobs the evaluator'],
    [{ writer: { replicas: 9 } }, 'only as many work as kafka.topics.partitions (8) says'],
  ])('%j is refused', async (values, sentence) => {
    await expect(renderChart(values)).rejects.toThrow(sentence);
  });

  it('are all told at once', async () => {
    const refusal = await renderChart({ writer: { replicas: 9 }, httpRoute: { enabled: true } }).catch(
      String,
    );
    expect(refusal).toContain('httpRoute.parentRefs');
    expect(refusal).toContain('kafka.topics.partitions');
  });

  it('a value that there is not, or of another type, is refused by its path', async () => {
    await expect(renderChart({ clickhause: {} })).rejects.toThrow('clickhause');
    await expect(renderChart({ writer: { replicas: 'two' } })).rejects.toThrow('replicas');
  });
});
