import { request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from './manifest.ts';

interface ApiAnswer {
  readonly status: number;
  // Whatever the API server answers; a test asks for what it expects.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export type StoredObject = Pick<Manifest, 'kind' | 'metadata'>;

interface ApiGroups {
  readonly groups: readonly { readonly preferredVersion: { readonly groupVersion: string } }[];
}

interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

/** Judged by the server like a real one, and not stored. Unknown fields are refused. */
const DRY_RUN = '?dryRun=All&fieldValidation=Strict';

const POLL_MS = 50;
const RELEASE_NAMESPACE = 'meta.helm.sh/release-namespace';

/** A Kubernetes API server over plain HTTP calls. */
export class ApiClient {
  private readonly url: string;
  private readonly token: string;
  private readonly ca: string;

  constructor(server: { readonly url: string; readonly token: string; readonly ca: string }) {
    this.url = server.url;
    this.token = server.token;
    this.ca = server.ca;
  }

  async call(method: string, path: string, body?: object): Promise<ApiAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<ApiAnswer>();
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const call = request(new URL(path, this.url), { method, headers, ca: this.ca }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(parts).toString();
        const isJson = response.headers['content-type']?.includes('json') === true;
        resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text });
      });
    });
    call.once('error', reject).end(body && JSON.stringify(body));
    return promise;
  }

  /** Rejects with the server's sentence. */
  async create(manifest: Manifest, namespace?: string): Promise<void> {
    const { status, body } = await this.call('POST', await this.pathOf(manifest, namespace), manifest);
    if (status !== 201) throw new Error(body.message);
  }

  /** A custom resource; resolves when objects of it can be made. */
  async define(definition: Manifest): Promise<void> {
    await this.create(definition);
    const path = `${await this.pathOf(definition)}/${definition.metadata.name}`;
    const conditions = async (): Promise<readonly { type: string; status: string }[]> =>
      (await this.call('GET', path)).body.status?.conditions ?? [];
    while (!(await conditions()).some(({ type, status }) => type === 'Established' && status === 'True'))
      await sleep(POLL_MS);
  }

  /** What the server has against creating an object; undefined when it would. */
  async refusal(manifest: Manifest, namespace: string): Promise<string | undefined> {
    const path = `${await this.pathOf(manifest, namespace)}${DRY_RUN}`;
    const { status, body } = await this.call('POST', path, manifest);
    return status === 201 ? undefined : body.message;
  }

  /** All objects in a namespace but what the server tells of them, and those that helm made outside of it for a release in it. */
  async objects(namespace: string): Promise<StoredObject[]> {
    const { groups } = (await this.call('GET', '/apis')).body as ApiGroups;
    const versions = ['v1', ...groups.map(({ preferredVersion }) => preferredVersion.groupVersion)];
    const objects = (await Promise.all(versions.map((version) => this.objectsOf(version)))).flat();
    return objects.filter(
      ({ kind, metadata }) =>
        kind !== 'Event' &&
        (metadata.namespace === namespace || metadata.annotations?.[RELEASE_NAMESPACE] === namespace),
    );
  }

  private async objectsOf(version: string): Promise<StoredObject[]> {
    const resources = (await this.resources(version)).filter(({ verbs }) => verbs.includes('list'));
    const lists = resources.map(async ({ kind, name }) => {
      const { body } = await this.call('GET', `${root(version)}/${name}`);
      return (body.items as StoredObject[]).map(({ metadata }) => ({ kind, metadata }));
    });
    return (await Promise.all(lists)).flat();
  }

  private async pathOf({ apiVersion, kind, metadata }: Manifest, namespace?: string): Promise<string> {
    const resource = (await this.resources(apiVersion)).find(
      (candidate) => candidate.kind === kind && !candidate.name.includes('/'),
    );
    if (!resource) throw new Error(`the server knows no ${apiVersion} ${kind}`);
    const place = resource.namespaced ? `/namespaces/${metadata.namespace ?? namespace}` : '';
    return `${root(apiVersion)}${place}/${resource.name}`;
  }

  private async resources(version: string): Promise<readonly ApiResource[]> {
    return (await this.call('GET', root(version))).body.resources ?? [];
  }
}

function root(version: string): string {
  return version.includes('/') ? `/apis/${version}` : `/api/${version}`;
}
