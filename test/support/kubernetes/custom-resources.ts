import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { goModule } from './go.ts';
import type { Manifest } from './manifest.ts';

/** What the chart makes objects of, and Kubernetes does not bring: module, folder, files. */
const SOURCES = [
  {
    module: 'sigs.k8s.io/gateway-api@v1.6.3',
    folder: 'config/crd/standard',
    files: ['gateways', 'httproutes', 'grpcroutes'].map((name) => `gateway.networking.k8s.io_${name}.yaml`),
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    folder: 'example/prometheus-operator-crd',
    files: ['servicemonitors', 'podmonitors', 'prometheusrules'].map(
      (name) => `monitoring.coreos.com_${name}.yaml`,
    ),
  },
  {
    module: 'github.com/kedacore/keda/v2@v2.21.0',
    folder: 'config/crd/bases',
    files: ['scaledobjects', 'triggerauthentications'].map((name) => `keda.sh_${name}.yaml`),
  },
];

export interface CustomResourceDefinition extends Manifest {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly schema: { readonly openAPIV3Schema: object };
    }[];
  };
}

/** The definitions of all custom resources that the chart may use, as their projects publish them. */
export async function customResourceDefinitions(): Promise<CustomResourceDefinition[]> {
  const definitions = SOURCES.map(async ({ module, folder, files }) => {
    const root = await goModule(module);
    return files.map(
      (file) => parse(readFileSync(join(root, folder, file), 'utf8')) as CustomResourceDefinition,
    );
  });
  return (await Promise.all(definitions)).flat();
}
