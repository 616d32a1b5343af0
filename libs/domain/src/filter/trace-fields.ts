import type { Comparator, FilterField } from './filter.ts';
import type { FieldRule } from './parse-filter.ts';

const NUMERIC: readonly Comparator[] = ['=', '!=', '<', '<=', '>', '>='];
const PATTERNS: readonly Comparator[] = ['LIKE', 'ILIKE', 'RLIKE'];
const LISTED: readonly Comparator[] = ['=', '!=', 'IN', 'NOT IN', ...PATTERNS];
const NULLABLE: readonly Comparator[] = ['=', '!=', ...PATTERNS, 'IS NULL', 'IS NOT NULL'];
const FULL_TEXT: readonly Comparator[] = ['LIKE', 'ILIKE'];
const ASSESSED: readonly Comparator[] = [...NUMERIC, ...PATTERNS, 'IS NULL', 'IS NOT NULL'];
/** Computed by the server, so their JSON text is no one's to match patterns on. */
const COMPUTED_METADATA = ['mlflow.trace.tokenUsage', 'mlflow.trace.cost'];
const COMPUTED: readonly Comparator[] = ['=', '!=', 'IS NULL', 'IS NOT NULL'];

type Rule = Omit<FieldRule, 'label'>;
type Table = Readonly<Record<string, Rule>>;

function rule(
  entity: FilterField['entity'],
  key: string,
  comparators: readonly Comparator[],
  value: FieldRule['value'] = 'text',
): Rule {
  return { field: { entity, key }, comparators, value };
}

const TIMES = ['timestamp', 'execution_time', 'end_time'].flatMap((key) => {
  const time = rule('trace', key, NUMERIC, 'number');
  return [[key, time] as const, [`${key}_ms`, time] as const];
});

/** Source of the tables: mlflow/WIRE.md section 6.7. */
const TRACE_ATTRIBUTES: Table = {
  request_id: rule('trace', 'request_id', LISTED),
  ...Object.fromEntries(TIMES),
  status: rule('trace', 'status', LISTED),
  name: rule('trace', 'name', NULLABLE),
  client_request_id: rule('trace', 'client_request_id', LISTED),
  run_id: rule('trace', 'run_id', NULLABLE),
  prompt: rule('trace', 'prompt', ['=']),
  text: rule('trace', 'text', FULL_TEXT),
};

const SPAN_ATTRIBUTES: Table = {
  name: rule('span', 'name', LISTED),
  type: rule('span', 'type', LISTED),
  status: rule('span', 'status', LISTED),
  content: rule('span', 'content', FULL_TEXT),
};

const TRACE_PREFIXES = ['attribute', 'attributes', 'attr', 'trace'];
const ENTITIES: Readonly<Record<string, (segments: readonly string[]) => Rule | string>> = {
  tag: ([, ...rest]) => keyed('tag', rest, NULLABLE),
  tags: ([, ...rest]) => keyed('tag', rest, NULLABLE),
  metadata: ([, ...rest]) => metadataRule(rest),
  request_metadata: ([, ...rest]) => metadataRule(rest),
  span: ([, ...rest]) => spanRule(rest),
  feedback: ([, ...rest]) => keyed('feedback', rest, ASSESSED, 'ordered'),
  expectation: ([, ...rest]) => keyed('expectation', rest, ASSESSED, 'ordered'),
  issue: ([, ...rest]) =>
    rest.join('.') === 'id'
      ? rule('issue', 'id', ['='])
      : "Invalid issue attribute: only 'issue.id' is known.",
};

/** The left sides of a filter over traces. */
export function readTraceField(segments: readonly string[]): FieldRule | string {
  const found = findRule(segments);
  return typeof found === 'string' ? found : { ...found, label: segments.join('.') };
}

function findRule(segments: readonly string[]): Rule | string {
  const [first = '', ...rest] = segments;
  if (rest.length === 0) return attributeRule(first, false);
  const prefix = first.toLowerCase();
  if (TRACE_PREFIXES.includes(prefix)) return attributeRule(rest.join('.'), true);
  const read = ENTITIES[prefix];
  if (read) return read(segments);
  const known = [...TRACE_PREFIXES, ...Object.keys(ENTITIES)].join(', ');
  return `Invalid entity type '${first}'. Valid entity types are: ${known}.`;
}

function attributeRule(key: string, isPrefixed: boolean): Rule | string {
  if (key === 'text' && !isPrefixed) return "Invalid attribute key 'text' specified. Write 'trace.text'.";
  const found = Object.hasOwn(TRACE_ATTRIBUTES, key) ? TRACE_ATTRIBUTES[key] : undefined;
  if (found) return found;
  const hint = key === 'trace_id' ? " Write 'request_id' for the id of a trace." : '';
  const valid = Object.keys(TRACE_ATTRIBUTES).join(', ');
  return `Invalid attribute key '${key}' specified. Valid keys are: ${valid}.${hint}`;
}

function metadataRule(rest: readonly string[]): Rule | string {
  return keyed('metadata', rest, COMPUTED_METADATA.includes(rest.join('.')) ? COMPUTED : NULLABLE);
}

function spanRule(rest: readonly string[]): Rule | string {
  const [head = '', ...key] = rest;
  if ((head === 'attributes' || head === 'attribute') && key.length > 0) {
    return keyed('span.attribute', key, LISTED);
  }
  const name = rest.join('.');
  const found = Object.hasOwn(SPAN_ATTRIBUTES, name) ? SPAN_ATTRIBUTES[name] : undefined;
  return (
    found ??
    `Invalid span attribute '${name}'. Supported attributes: name, status, type, content, attributes.<attribute_name>.`
  );
}

function keyed(
  entity: FilterField['entity'],
  rest: readonly string[],
  comparators: readonly Comparator[],
  value: FieldRule['value'] = 'text',
): Rule | string {
  const key = rest.join('.');
  return key === '' ? `Invalid ${entity} key: it is empty.` : rule(entity, key, comparators, value);
}
