import { isDeepStrictEqual } from 'node:util';

interface OpenApi {
  readonly openapi: string;
  readonly info: object;
  readonly paths: Readonly<Record<string, object>>;
  readonly components?: object;
  readonly tags?: readonly { readonly name: string }[];
}

/** One document of several, paths and names sorted. Throws when two mean different things by one name. */
export function mergeOpenApi(documents: readonly OpenApi[]): OpenApi {
  const [first] = documents;
  if (!first) throw new Error('there is no document to merge');
  const components: Record<string, object> = {};
  for (const kind of ['schemas', 'responses', 'securitySchemes']) {
    const merged = mergeNamed(documents.map((document) => read(document.components, kind)));
    if (Object.keys(merged).length > 0) components[kind] = merged;
  }
  const paths = mergeNamed(documents.map((document) => document.paths));
  const tags = [...new Set(Object.values(paths).flatMap(tagsOf))].sort().map((name) => ({ name }));
  return { ...first, tags, paths, components };
}

function mergeNamed(parts: readonly Readonly<Record<string, object>>[]): Record<string, object> {
  const merged = new Map<string, object>();
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    const before = merged.get(name);
    if (before && !isDeepStrictEqual(before, value)) {
      throw new Error(`two services describe ${name} differently: give one of them another name`);
    }
    merged.set(name, value);
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function read(components: object | undefined, kind: string): Record<string, object> {
  return (components as Record<string, Record<string, object>> | undefined)?.[kind] ?? {};
}

function tagsOf(item: object): string[] {
  return Object.values(item as Record<string, { tags?: string[] }>).flatMap(({ tags = [] }) => tags);
}
