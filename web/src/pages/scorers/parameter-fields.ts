/** A parameter of a scorer as a form asks for it. */
export interface ParameterField {
  readonly key: string;
  readonly kind:
    'text' | 'long' | 'number' | 'flag' | 'choice' | 'choices' | 'texts' | 'verdict' | 'model' | 'json';
  readonly description: string;
  readonly isRequired: boolean;
  readonly initial: unknown;
  /** Of choice and choices. */
  readonly options: readonly string[];
}

/** Parameters that mean the same in every scorer that has them. */
const KINDS_BY_KEY: Readonly<Record<string, ParameterField['kind']>> = {
  feedback_value_type: 'verdict',
  model: 'model',
};

type Json = Readonly<Record<string, unknown>>;

/** From this length on a text is more than a line. */
const LONG_TEXT = 10_000;

/** The fields for a JSON schema of parameters, those that must be given first. */
export function parameterFields(schema: Json): ParameterField[] {
  const required = texts(schema['required']);
  return Object.entries(asObject(schema['properties']))
    .map(([key, each]) => toField(key, asObject(each), required.includes(key)))
    .sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
}

/** Parameters for the server: what is empty or as it would be anyway is left out. Throws SyntaxError for JSON that is none. */
export function toParameters(fields: readonly ParameterField[], values: Json): Record<string, unknown> {
  const entries = fields.flatMap(({ key, kind, initial, isRequired }): [string, unknown][] => {
    const value = values[key] ?? initial;
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty || (!isRequired && value === initial)) return [];
    return [[key, kind === 'json' ? JSON.parse(String(value)) : value]];
  });
  return Object.fromEntries(entries);
}

/** Parameters of a scorer that is there, as the form holds them. */
export function toValues(fields: readonly ParameterField[], parameters: Json): Record<string, unknown> {
  const entries = fields.flatMap(({ key, kind }): [string, unknown][] => {
    const value = parameters[key];
    if (value === undefined || value === null) return [];
    if (kind === 'texts') return [[key, [value].flat()]];
    return [[key, kind === 'json' ? JSON.stringify(value, undefined, 2) : value]];
  });
  return Object.fromEntries(entries);
}

/** Whether everything that must be given is. */
export function isFilled(fields: readonly ParameterField[], values: Json): boolean {
  return fields.every(({ key, isRequired, initial }) => {
    const value = values[key] ?? initial;
    return (
      !isRequired || !(value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    );
  });
}

/** The name of a parameter as people read it. */
export function labelOf(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toField(key: string, schema: Json, isRequired: boolean): ParameterField {
  const forms = objects(schema['anyOf']).filter(({ type }) => type !== 'null');
  const list = forms.find(({ type }) => type === 'array');
  const form = forms.length === 0 ? schema : (list ?? forms[0] ?? schema);
  const items = asObject(form['items']);
  const options = texts(form['enum'] ?? items['enum']);
  return {
    key,
    kind: KINDS_BY_KEY[key] ?? kindOf(form, items, options),
    description: typeof schema['description'] === 'string' ? schema['description'] : '',
    isRequired,
    initial: schema['default'],
    options,
  };
}

function kindOf(form: Json, items: Json, options: readonly string[]): ParameterField['kind'] {
  switch (form['type']) {
    case 'boolean':
      return 'flag';
    case 'number':
    case 'integer':
      return 'number';
    case 'string':
      if (options.length > 0) return 'choice';
      return Number(form['maxLength'] ?? 0) > LONG_TEXT ? 'long' : 'text';
    case 'array':
      if (items['type'] !== 'string') return 'json';
      return options.length > 0 ? 'choices' : 'texts';
    default:
      return 'json';
  }
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
