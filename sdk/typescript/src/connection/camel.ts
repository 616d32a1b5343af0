/** Fields whose names inside are nobody's but the application's. */
const OWN_NAMES = [
  'aliases',
  'attributes',
  'expectations',
  'inputs',
  'messages',
  'metadata',
  'model_config',
  'outputs',
  'params',
  'response_format',
  'schema',
  'tags',
  'value',
] as const;
type OwnNames = (typeof OWN_NAMES)[number];
const OWN = new Set<string>(OWN_NAMES);

type CamelName<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<CamelName<Rest>>}`
  : Name;

/** What the API says, in the names of TypeScript. */
export type Camel<Said> = Said extends readonly (infer Each)[]
  ? readonly Camel<Each>[]
  : Said extends object
    ? {
        readonly [Key in keyof Said as CamelName<Key & string>]: Key extends OwnNames
          ? Said[Key]
          : Camel<Said[Key]>;
      }
    : Said;

export function camel<Said>(said: Said): Camel<Said> {
  // The one place where a name in text becomes a name of a type.
  return renamed(said) as Camel<Said>;
}

function renamed(said: unknown): unknown {
  if (Array.isArray(said)) return said.map(renamed);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [camelName(name), OWN.has(name) ? value : renamed(value)]),
  );
}

function camelName(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
