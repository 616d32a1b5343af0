import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv8';
import { customResourceDefinitions, type CustomResourceDefinition } from './custom-resources.ts';
import { nameOf, type Manifest } from './manifest.ts';
import { closed, type Schema } from './closed-schema.ts';
import { kubernetesSource } from './programs.ts';

const DOCUMENTS = 'api/openapi-spec/v3';
const OBJECT_META = 'v1#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/**
 * Kubernetes' own types and those of the custom resources the chart uses. Stricter than a server: no unknown field, no null.
 * Rules in CEL, and what only a server's code checks, are left to the API server (`npm test -- kubernetes`).
 */
export class KubernetesTypes {
  private readonly ajv = new Ajv({
    strict: false,
    validateFormats: false,
    logger: false,
    code: { regExp: Object.assign(goPattern, { code: 'goPattern' }) },
  });
  private readonly validators = new Map<string, ValidateFunction | undefined>();
  private readonly folder: string;
  private readonly custom: readonly CustomResourceDefinition[];

  private constructor(source: string, custom: readonly CustomResourceDefinition[]) {
    this.folder = join(source, DOCUMENTS);
    this.custom = custom;
    this.readDocument('v1');
  }

  static async load(): Promise<KubernetesTypes> {
    return new KubernetesTypes(await kubernetesSource(), await customResourceDefinitions());
  }

  /** What is wrong with an object, in sentences; none for one that is valid. */
  faults(manifest: Manifest): string[] {
    const type = `${manifest.apiVersion} ${manifest.kind}`;
    if (!this.validators.has(type)) this.validators.set(type, this.validatorOf(manifest));
    const validate = this.validators.get(type);
    if (!validate) return [`${nameOf(manifest)}: there is no type ${type}`];
    if (validate(manifest)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const field = 'additionalProperty' in params ? `: ${params['additionalProperty']}` : '';
      return `${nameOf(manifest)} ${instancePath} ${message}${field}`;
    });
  }

  private validatorOf({ apiVersion, kind }: Manifest): ValidateFunction | undefined {
    const schema = this.customSchema(apiVersion, kind) ?? this.ownSchema(apiVersion, kind);
    return schema && this.ajv.compile(schema);
  }

  private ownSchema(apiVersion: string, kind: string): Schema | undefined {
    const schemas = this.readDocument(apiVersion)?.components.schemas ?? {};
    const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    const name = Object.keys(schemas).find((key) =>
      schemas[key]?.['x-kubernetes-group-version-kind']?.some(
        (type) => type.kind === kind && type.group === group && type.version === version,
      ),
    );
    return name === undefined ? undefined : { $ref: `${apiVersion}#/components/schemas/${name}` };
  }

  private customSchema(apiVersion: string, kind: string): Schema | undefined {
    const found = this.custom
      .filter(({ spec }) => spec.names.kind === kind)
      .flatMap(({ spec }) => spec.versions.map((version) => ({ group: spec.group, ...version })))
      .find(({ group, name }) => `${group}/${name}` === apiVersion);
    if (!found) return undefined;
    const schema = closed(found.schema.openAPIV3Schema);
    return { ...schema, properties: { ...schema.properties, metadata: { $ref: OBJECT_META } } };
  }

  /** The types of one group and version, known to ajv by its name from then on. */
  private readDocument(apiVersion: string): OpenApi | undefined {
    const known = this.ajv.getSchema(apiVersion)?.schema;
    if (known) return known as unknown as OpenApi;
    const name = apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
    const file = join(this.folder, `${name.replaceAll('/', '__')}_openapi.json`);
    if (!existsSync(file)) return undefined;
    const document = closed(JSON.parse(readFileSync(file, 'utf8')) as Schema);
    this.ajv.addSchema(document, apiVersion);
    return document as unknown as OpenApi;
  }
}

/** Go lets a pattern be case-blind from a place on; JavaScript in a group. */
function goPattern(pattern: string): RegExp {
  return new RegExp(pattern.replace(/\(\?i\)(.*)$/s, '(?i:$1)'));
}
