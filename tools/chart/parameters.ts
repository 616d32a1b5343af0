/** The part of JSON Schema that zod writes of the values. */
export interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Values of single services, which the table would repeat. */
const LIKE_PODS = ['ingest', 'writer', 'queryApi', 'registry', 'evaluator', 'standalone'];

/** A row for every value that can be set, with its default. Throws for one without a description. */
export function parameterTable(schema: Schema, defaults: unknown): string {
  return [
    '| value | what it is | default |',
    '| --- | --- | --- |',
    ...rowsOf(schema, defaults, []).map(
      ({ path, description, value }) => `| \`${path}\` | ${description} | ${shown(value)} |`,
    ),
  ].join('\n');
}

interface Row {
  readonly path: string;
  readonly description: string;
  readonly value: unknown;
}

function rowsOf(schema: Schema, defaults: unknown, path: readonly string[]): readonly Row[] {
  const name = path.join('.');
  if (!schema.properties) {
    if (schema.description === undefined)
      throw new Error(`the value ${name} needs .describe() in its schema`);
    return [{ path: name, description: schema.description.replaceAll('|', '\\|'), value: defaults }];
  }
  if (path.length === 1 && LIKE_PODS.includes(name)) {
    const own = Object.entries(schema.properties).filter(([key]) => key === 'storage' || key === 'service');
    const rows = own.flatMap(([key, value]) => rowsOf(value, valueAt(defaults, key), [...path, key]));
    return [{ path: `${name}.*`, description: 'What `pods` has, of this one', value: defaults }, ...rows];
  }
  return Object.entries(schema.properties).flatMap(([key, value]) =>
    rowsOf(value, valueAt(defaults, key), [...path, key]),
  );
}

function valueAt(defaults: unknown, key: string): unknown {
  return (defaults as Readonly<Record<string, unknown>> | undefined)?.[key];
}

function shown(value: unknown): string {
  if (value === undefined || value === '') return '';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
