import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Call extends Operation {
  readonly name: string;
}

const DOCUMENT = 'docs/openapi/millrace.openapi.json';
const INTRODUCTION = `# API reference

Made by \`npm run api-reference\` from the [OpenAPI document](openapi/millrace.openapi.json), which a running Millrace serves at
\`/api/v1/openapi.json\`. MLflow's own API is served beside it ([mlflow.md](mlflow.md)).

- **Who calls** shows an API key as \`authorization: Bearer <API key>\` where authentication is on ([security](security.md)); the header
  \`x-mlflow-workspace\` names a workspace other than \`default\`.
- **Lists** have pages: send \`next_page_token\` of an answer as \`page_token\`; the last page has none.
- **Faults** are \`{"error": {"code": …, "message": …}}\`, and the message says what to do. 429 and 503 may be tried again.
- **Reads** with \`consistency=strong\` see all that was acknowledged before ([freshness](concepts/freshness-and-completeness.md)).
`;

/** Every endpoint by its part, and every type, to read. @public generate.mjs imports it by its path. */
export async function generate(): Promise<string> {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document;
  const parts = [...callsByPart(document)].toSorted(([a], [b]) => a.localeCompare(b));
  const contents = parts.map(([part]) => `[${part}](#${part.replaceAll(' ', '-')})`).join(' · ');
  const sections = parts.map(([part, calls]) => [`## ${part}`, ...calls.map(describeCall)].join('\n\n'));
  const types = Object.entries(document.components.schemas)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, schema]) => describeType(name, schema));
  return [INTRODUCTION, contents, ...sections, '## Types', ...types].join('\n\n');
}

function callsByPart({ paths }: Document): ReadonlyMap<string, Call[]> {
  const parts = new Map<string, Call[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const part = operation.tags?.[0] ?? 'others';
      const call = { ...operation, name: `${method.toUpperCase()} ${path}` };
      parts.set(part, [...(parts.get(part) ?? []), call]);
    }
  }
  return parts;
}

function describeCall(call: Call): string {
  const { name, summary, description, parameters = [], requestBody } = call;
  const body = requestBody && `Body: ${typesIn(requestBody)}`;
  const answers = Object.entries(call.responses ?? {})
    .filter(([status]) => status.startsWith('2'))
    .map(([status, content]) => `${status}${typesIn(content) && ` ${typesIn(content)}`}`);
  return [
    `### ${name}`,
    [summary ?? '', description ?? '']
      .filter((text) => text !== '')
      .map(escape)
      .join('. '),
    parameters.map(describeParameter).join('\n'),
    [body, `Answer: ${answers.join(' or ')}`].filter(Boolean).join('. '),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function describeParameter({ name, in: place, required = false, description, schema }: Parameter): string {
  return describeField(
    `\`${name}\` (${place})`,
    { ...schema, ...(description && { description }) },
    required,
  );
}

function describeType(name: string, schema: Schema): string {
  const { properties, required = [], description } = schema;
  const fields = Object.entries(properties ?? {}).map(([field, type]) =>
    describeField(`\`${field}\``, type, required.includes(field)),
  );
  const text = fields.length > 0 ? fields.join('\n') : typeOf(schema);
  return [`### ${name} (type)`, description && escape(description), text].filter(Boolean).join('\n\n');
}

function describeField(name: string, schema: Schema, isRequired: boolean): string {
  const preset = schema.default === undefined ? [] : [`default \`${JSON.stringify(schema.default)}\``];
  const facts = [typeOf(schema), ...(isRequired ? ['needed'] : []), ...preset].join(', ');
  const { description } = schema;
  return `- ${name}: ${facts}${description === undefined ? '' : `. ${escape(description)}`}`;
}

/** In words, each type of ours as a link. */
function typeOf(schema: Schema): string {
  const { $ref, type, format, items, additionalProperties, enum: values } = schema;
  if ($ref !== undefined) return linkTo($ref.slice($ref.lastIndexOf('/') + 1));
  const choices = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ');
  if (values) return values.map((value) => `\`${String(value)}\``).join(' ');
  if (items) return `list of ${typeOf(items)}`;
  if (typeof additionalProperties === 'object') return `object of ${typeOf(additionalProperties)}`;
  return format === undefined ? (type ?? 'anything') : `${type ?? 'text'} (${format})`;
}

function typesIn({ content = {} }: Content): string {
  return Object.entries(content)
    .map(([media, { schema }]) => (media === 'application/json' && schema ? typeOf(schema) : `\`${media}\``))
    .join(', ');
}

function linkTo(type: string): string {
  return `[${type}](#${type.toLowerCase()}-type)`;
}

function escape(text: string): string {
  return text.replaceAll('<', '\\<').replaceAll('\n', ' ').replace(/\.$/, '');
}
