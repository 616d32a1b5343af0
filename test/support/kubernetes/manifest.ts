/** One Kubernetes object as YAML says it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  // It differs by kind; a test asks for what it expects there.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly spec?: any;
  readonly [field: string]: unknown;
}

/** How a fault names an object: `Deployment/ingest`. */
export function nameOf({ kind, metadata }: Pick<Manifest, 'kind' | 'metadata'>): string {
  return `${kind}/${metadata.name}`;
}

/** The pod that an object makes; undefined for one that makes none. */
export function podOf(manifest: Manifest): Manifest | undefined {
  const { kind, metadata, spec } = manifest;
  if (kind === 'Pod') return manifest;
  const template = kind === 'CronJob' ? spec.jobTemplate.spec.template : spec?.template;
  if (template?.spec?.containers === undefined) return undefined;
  const claims = (spec.volumeClaimTemplates ?? []) as Manifest[];
  const volumes = claims.map((claim) => ({
    name: claim.metadata.name,
    persistentVolumeClaim: { claimName: `${claim.metadata.name}-${metadata.name}-0` },
  }));
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...template.metadata, name: metadata.name },
    spec: { ...template.spec, volumes: [...(template.spec.volumes ?? []), ...volumes] },
  };
}

/** What a ConfigMap or a Secret holds, as texts by name. */
export function textsOf(manifest: Manifest): Readonly<Record<string, string>> {
  return (manifest['stringData'] ?? manifest['data'] ?? {}) as Readonly<Record<string, string>>;
}
