interface Schema {
  readonly [keyword: string]: unknown;
}

const COMPLETE = ['$ref', 'oneOf', 'anyOf', 'allOf', 'enum', 'const'];

/** Where a client would get a type that takes anything: schemas without a type, objects and lists of anything. */
export function findUntyped(document: unknown): string[] {
  return schemasIn(document, '#').flatMap(({ schema, path }) => holesOf(schema, path));
}

/** Every schema that stands by itself: of components, parameters, headers, bodies, answers. */
function schemasIn(node: unknown, path: string): { schema: Schema; path: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${path}/${key}`;
    if (key === 'example' || key === 'examples') return [];
    if (key === 'schema') return [{ schema: value as Schema, path: here }];
    if (key !== 'schemas') return schemasIn(value, here);
    const named = Object.entries(value as Record<string, Schema>);
    return named.map(([name, schema]) => ({ schema, path: `${here}/${name}` }));
  });
}

function holesOf(schema: Schema, path: string): string[] {
  const holes = childrenOf(schema).flatMap(([name, child]) => holesOf(child, `${path}/${name}`));
  if (COMPLETE.some((keyword) => keyword in schema)) return holes;
  const isOpen =
    schema['type'] === undefined ||
    (schema['type'] === 'object' && !schema['properties'] && !isSchema(schema['additionalProperties'])) ||
    (schema['type'] === 'array' && !isSchema(schema['items']));
  return isOpen ? [path, ...holes] : holes;
}

function childrenOf(schema: Schema): [string, Schema][] {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const lists = ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) =>
    ((schema[keyword] ?? []) as Schema[]).map((child, index): [string, Schema] => [
      `${keyword}/${index}`,
      child,
    ]),
  );
  const single = ['items', 'additionalProperties'].flatMap((keyword): [string, Schema][] => {
    const child = schema[keyword];
    return isSchema(child) ? [[keyword, child]] : [];
  });
  return [...properties, ...lists, ...single];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
