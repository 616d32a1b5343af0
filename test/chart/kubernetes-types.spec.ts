import { beforeAll, expect, it } from 'vitest';
import type { Manifest } from '../support/kubernetes/manifest.ts';
import { KubernetesTypes } from '../support/kubernetes/kubernetes-types.ts';

let types: KubernetesTypes;
beforeAll(async () => {
  types = await KubernetesTypes.load();
});

const container = { name: 'web', image: 'web:1', resources: { limits: { cpu: 1, memory: '1Gi' } } };
const deployment = (more: object = {}, containerMore: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    strategy: { rollingUpdate: { maxUnavailable: '25%', maxSurge: 1 } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ ...container, ...containerMore }] },
    },
    ...more,
  },
});
const scaledObject = (spec: object): Manifest => ({
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name: 'writer' },
  spec: {
    scaleTargetRef: { name: 'writer' },
    triggers: [{ type: 'kafka', metadata: { topic: 'spans' } }],
    ...spec,
  },
});

it('a valid object has no faults, of Kubernetes or of a custom resource', () => {
  expect(types.faults(deployment())).toEqual([]);
  expect(types.faults(scaledObject({}))).toEqual([]);
});

it('an unknown field is a fault, at any depth', () => {
  expect(types.faults(deployment({ replica: 2 }))).toEqual([
    'Deployment/web /spec must NOT have additional properties: replica',
  ]);
  expect(types.faults(deployment({}, { enviroment: [] }))).toHaveLength(1);
  expect(types.faults(scaledObject({ minReplicas: 1 }))).toHaveLength(1);
  expect(types.faults({ ...deployment(), metadata: { name: 'web', label: {} } as never })).toHaveLength(1);
  expect(
    types.faults({ ...scaledObject({}), metadata: { name: 'writer', label: {} } as never }),
  ).toHaveLength(1);
});

it('a missing field, a wrong type and a null are faults', () => {
  expect(types.faults(deployment({ selector: undefined }))).toEqual([
    "Deployment/web /spec must have required property 'selector'",
  ]);
  expect(types.faults(deployment({ replicas: '2' }))).toHaveLength(1);
  expect(types.faults(deployment({ minReadySeconds: null }))).toHaveLength(1);
  expect(types.faults(scaledObject({ triggers: undefined }))).toHaveLength(1);
});

it('a type that there is not is a fault', () => {
  expect(types.faults({ ...deployment(), apiVersion: 'apps/v1beta9' })).toEqual([
    'Deployment/web: there is no type apps/v1beta9 Deployment',
  ]);
  expect(types.faults({ ...deployment(), kind: 'Deploiment' })).toHaveLength(1);
});

it('a pattern of Go that JavaScript writes otherwise is kept to', () => {
  const rule = (strategy: string): Manifest => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'alerts' },
    spec: { groups: [{ name: 'millrace', partial_response_strategy: strategy, rules: [] }] },
  });
  expect(types.faults(rule('WARN'))).toEqual([]);
  expect(types.faults(rule('never'))).toHaveLength(1);
});
