/** As much of a JSON schema as is looked at here. */
export interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-group-version-kind'?: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  }[];
}

/** The same, but an object with named fields has no others, at any depth. */
export function closed(schema: Schema): Schema {
  return close(schema) as Schema;
}

function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, close(part)]));
  const isOpen = 'additionalProperties' in copy || copy['x-kubernetes-preserve-unknown-fields'] === true;
  // A field may itself be named "properties"; only a schema says its type beside it.
  return isOpen || copy['type'] !== 'object' || typeof copy['properties'] !== 'object'
    ? copy
    : { ...copy, additionalProperties: false };
}
