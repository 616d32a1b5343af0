import { COMPARATORS, lookUp, type Rule } from './comparators.ts';
import type { TraceField } from './filter.ts';
import type { FieldRule } from './read-comparison.ts';

const { assessed, computed, equal, listed, listedNullable, nullable, numeric } = COMPARATORS;
const COMPUTED_METADATA = ['mlflow.trace.tokenUsage', 'mlflow.trace.cost'];

type Table = Readonly<Record<string, Rule<TraceField>>>;

const TOKENS = ['input', 'cache_read', 'cache_write', 'output', 'reasoning', 'total'];
const COSTS = ['input', 'output', 'total'];

/** MLflow's attributes first; the others are ours. */
const ATTRIBUTES: Table = {
  request_id: rule('request_id', listed),
  ...timeAttributes('timestamp', 'time'),
  ...timeAttributes('execution_time', 'duration'),
  ...timeAttributes('end_time', 'time'),
  status: rule('status', listed),
  name: rule('name', nullable),
  client_request_id: rule('client_request_id', listed),
  run_id: rule('run_id', nullable),
  prompt: rule('prompt', equal),
  latency: rule('execution_time', numeric, 'duration'),
  session: rule('session', listedNullable),
  user: rule('user', listedNullable),
  model: rule('model', listedNullable),
  logged_model: rule('logged_model', listedNullable),
  service: rule('service', listedNullable),
  span_count: rule('span_count', numeric, 'number'),
  error_count: rule('error_count', numeric, 'number'),
  ...measures('tokens', TOKENS),
  ...measures('cost', COSTS),
};

/** Fields of a trace that a filter knows by one name; those with a key of their own behind a dot are ENTITIES. */
export const TRACE_FIELD_NAMES: readonly string[] = [...Object.keys(ATTRIBUTES), 'text', 'inputs', 'outputs'];

const TRACE_PREFIXES = ['attribute', 'attributes', 'attr', 'trace'];
const ENTITIES: Readonly<Record<string, (rest: readonly string[]) => Rule<TraceField> | string>> = {
  tag: (rest) => keyed('tag', rest, nullable),
  tags: (rest) => keyed('tag', rest, nullable),
  metadata: metadataRule,
  request_metadata: metadataRule,
  feedback: (rest) => keyed('feedback', rest, assessed, 'ordered'),
  expectation: (rest) => keyed('expectation', rest, assessed, 'ordered'),
  issue: (rest) =>
    rest.join('.') === 'id'
      ? keyed('issue', rest, equal)
      : "Invalid issue attribute: only 'issue.id' is known.",
};

/** The left sides of a condition on a trace. */
export function readTraceField(segments: readonly string[]): FieldRule<TraceField> | string {
  const found = findRule(segments);
  return typeof found === 'string' ? found : { ...found, label: segments.join('.') };
}

/** The name behind `trace.` and its like; undefined for another entity's. */
export function traceAttribute(segments: readonly string[]): string | undefined {
  const [first = '', ...rest] = segments;
  if (rest.length === 0) return first;
  return TRACE_PREFIXES.includes(first.toLowerCase()) ? rest.join('.') : undefined;
}

function findRule(segments: readonly string[]): Rule<TraceField> | string {
  const [first = '', ...rest] = segments;
  const own = lookUp(ATTRIBUTES, segments.join('.'));
  if (own) return own;
  const attribute = traceAttribute(segments);
  if (attribute !== undefined) return lookUp(ATTRIBUTES, attribute) ?? unknownAttribute(attribute);
  const read = lookUp(ENTITIES, first.toLowerCase());
  if (read) return read(rest);
  const known = [...TRACE_PREFIXES, 'span', ...Object.keys(ENTITIES)].join(', ');
  return `Invalid entity type '${first}'. Valid entity types are: ${known}.`;
}

function unknownAttribute(key: string): string {
  const hint = key === 'trace_id' ? " Write 'request_id' for the id of a trace." : '';
  const valid = TRACE_FIELD_NAMES.join(', ');
  return `Invalid attribute key '${key}' specified. Valid keys are: ${valid}.${hint}`;
}

function metadataRule(rest: readonly string[]): Rule<TraceField> | string {
  return keyed('metadata', rest, COMPUTED_METADATA.includes(rest.join('.')) ? computed : nullable);
}

function rule(
  key: string,
  comparators: Rule<TraceField>['comparators'],
  value: Rule<TraceField>['value'] = 'text',
): Rule<TraceField> {
  return { field: { entity: 'trace', key }, comparators, value };
}

function timeAttributes(key: string, value: 'time' | 'duration'): Table {
  const attribute = rule(key, numeric, value);
  return { [key]: attribute, [`${key}_ms`]: attribute };
}

/** `tokens.input` and so on; the bare name is the total. */
function measures(name: string, parts: readonly string[]): Table {
  const all = parts.map((part) => [`${name}.${part}`, rule(`${name}.${part}`, numeric, 'number')] as const);
  return { [name]: rule(`${name}.total`, numeric, 'number'), ...Object.fromEntries(all) };
}

function keyed(
  entity: TraceField['entity'],
  rest: readonly string[],
  comparators: Rule<TraceField>['comparators'],
  value: Rule<TraceField>['value'] = 'text',
): Rule<TraceField> | string {
  const key = rest.join('.');
  if (key === '') return `Invalid ${entity} key: it is empty.`;
  return { field: { entity, key }, comparators, value };
}
