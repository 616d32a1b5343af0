/** Which traces or spans a condition is about: the field names differ. */
export type FilterScope = 'trace' | 'span';

export interface FilterField {
  readonly name: string;
  readonly comparators: readonly string[];
  readonly value: 'text' | 'number' | 'time' | 'duration' | 'words';
  /** What it is, for the list of completions. */
  readonly hint: string;
  /** The field of GET /api/v1/suggestions that knows its values. */
  readonly suggestedBy?: string;
  /** Values to offer, written as they stand in a filter. */
  readonly values?: readonly string[];
}

/** A prefix with a dot behind which any key may stand. */
export type KeyedField = Omit<FilterField, 'suggestedBy'> & {
  /** The field of suggestions that knows the keys. */
  readonly keysBy: string;
  /** Whether `<keysBy>.<key>` suggests values. */
  readonly hasValues: boolean;
};

const ORDERED = ['=', '!=', '<', '<=', '>', '>='];
const PATTERNS = ['LIKE', 'ILIKE', 'RLIKE'];
const PRESENCE = ['IS NULL', 'IS NOT NULL'];
const LISTED = ['=', '!=', 'IN', 'NOT IN', ...PATTERNS];
const LISTED_NULLABLE = [...LISTED, ...PRESENCE];
const NULLABLE = ['=', '!=', ...PATTERNS, ...PRESENCE];
const WORDS = ['MATCH', 'LIKE', 'ILIKE'];
const ASSESSED = ['=', '!=', '<', '<=', '>', '>=', ...PATTERNS, ...PRESENCE];
const DURATIONS = ["'500ms'", "'1s'", "'5s'", "'30s'"];

function text(name: string, hint: string, comparators: readonly string[], suggestedBy?: string): FilterField {
  return { name, hint, comparators, value: 'text', ...(suggestedBy !== undefined && { suggestedBy }) };
}

function measure(name: string, hint: string, values?: readonly string[]): FilterField {
  return { name, hint, comparators: ORDERED, value: 'number', ...(values && { values }) };
}

function duration(name: string, hint: string): FilterField {
  return { name, hint, comparators: ORDERED, value: 'duration', values: DURATIONS };
}

function time(name: string, hint: string): FilterField {
  return { name, hint, comparators: ORDERED, value: 'time' };
}

function words(name: string, hint: string): FilterField {
  return { name, hint, comparators: WORDS, value: 'words' };
}

function status(states: readonly string[]): FilterField {
  const values = states.map((state) => `'${state}'`);
  return { ...text('status', states.join(', '), LISTED), values };
}

const TOKENS = ['input', 'cache_read', 'cache_write', 'output', 'reasoning'].map((part) =>
  measure(`tokens.${part}`, `${part.replace('_', ' ')} tokens`),
);

/** The tables of docs/filters.md: the most asked first. */
const FIELDS: Readonly<Record<FilterScope, readonly FilterField[]>> = {
  trace: [
    status(['OK', 'ERROR', 'IN_PROGRESS']),
    text('name', 'name of the root', NULLABLE, 'name'),
    duration('latency', 'from the first start to the last end'),
    measure('tokens', 'all tokens', ['1000', '10000']),
    measure('cost', 'US dollars', ['0.01', '0.1', '1']),
    text('model', 'of any of its spans', LISTED_NULLABLE, 'model'),
    text('user', 'who asked', LISTED_NULLABLE, 'user'),
    text('session', 'the conversation', LISTED_NULLABLE, 'session'),
    text('service', 'of any of its spans', LISTED_NULLABLE, 'service'),
    measure('error_count', 'failed spans', ['0']),
    measure('span_count', 'spans', ['100']),
    words('text', 'words in inputs or outputs'),
    words('inputs', 'words in inputs'),
    words('outputs', 'words in outputs'),
    text('prompt', 'a prompt it used: name/version', ['=']),
    text('logged_model', 'version of the application', LISTED_NULLABLE),
    time('timestamp', 'when it began'),
    time('end_time', 'when it ended'),
    text('request_id', 'id of the trace', LISTED),
    text('client_request_id', 'what the client set', LISTED),
    text('run_id', 'run it was made in', NULLABLE),
    ...TOKENS,
    measure('cost.input', 'US dollars of the input'),
    measure('cost.output', 'US dollars of the output'),
    text('issue.id', 'an issue of the trace', ['=']),
  ],
  span: [
    text('type', 'LLM, TOOL, AGENT …', LISTED, 'type'),
    text('name', 'name of the span', LISTED, 'name'),
    status(['OK', 'ERROR', 'UNSET']),
    text('model', 'model that answered', LISTED_NULLABLE, 'model'),
    text('provider', 'who runs the model', LISTED_NULLABLE, 'provider'),
    duration('latency', 'of the span'),
    duration('time_to_first_token', 'of a stream'),
    measure('tokens', 'all tokens', ['1000', '10000']),
    measure('cost', 'US dollars', ['0.01', '0.1', '1']),
    text('service', 'that made it', LISTED_NULLABLE, 'service'),
    text('user', 'who asked', LISTED_NULLABLE, 'user'),
    text('session', 'the conversation', LISTED_NULLABLE, 'session'),
    text('status_message', 'what went wrong', LISTED_NULLABLE),
    words('content', 'words in inputs or outputs'),
    words('inputs', 'words in inputs'),
    words('outputs', 'words in outputs'),
    text('prompt', 'a prompt it used: name/version', LISTED_NULLABLE),
    text('logged_model', 'version of the application', LISTED_NULLABLE),
    time('start_time', 'when it began'),
    time('end_time', 'when it ended'),
    text('id', 'id of the span', LISTED_NULLABLE),
    ...TOKENS,
  ],
};

const KEYED: Readonly<Record<FilterScope, readonly KeyedField[]>> = {
  trace: [
    keyed('tags', 'a tag', { comparators: NULLABLE, keysBy: 'tags', hasValues: true }),
    keyed('feedback', 'a score or feedback', {
      comparators: ASSESSED,
      keysBy: 'feedback',
      hasValues: false,
      values: ["'yes'", "'no'", "'true'", "'false'"],
    }),
    keyed('expectation', 'what was expected', {
      comparators: ASSESSED,
      keysBy: 'expectation',
      hasValues: false,
    }),
    keyed('metadata', 'what the client said', { comparators: NULLABLE, keysBy: 'metadata', hasValues: true }),
  ],
  span: [
    keyed('attributes', 'an attribute', {
      comparators: [...ORDERED, 'IN', 'NOT IN', ...PATTERNS, ...PRESENCE],
      keysBy: 'attributes',
      hasValues: true,
    }),
  ],
};

/** MLflow's prefixes of a trace's own fields. */
const TRACE_PREFIX = /^(?:attributes?|attr|trace)\./i;

/** What opens a bracket with conditions on a span. */
const OPENERS: Readonly<Record<FilterScope, readonly (readonly [string, string])[]>> = {
  trace: [['span', 'one span that is all of this']],
  span: [
    ['parent', 'its parent is all of this'],
    ['ancestor', 'a span above it'],
    ['child', 'a child of it'],
    ['descendant', 'a span below it'],
  ],
};

function keyed(
  name: string,
  hint: string,
  rest: Pick<KeyedField, 'comparators' | 'keysBy' | 'hasValues' | 'values'>,
): KeyedField {
  return { name, hint, value: 'text', ...rest };
}

export function fieldsOf(scope: FilterScope): readonly FilterField[] {
  return FIELDS[scope];
}

export function keyedFieldsOf(scope: FilterScope): readonly KeyedField[] {
  return KEYED[scope];
}

export function openersOf(scope: FilterScope): readonly (readonly [string, string])[] {
  return OPENERS[scope];
}

/** The field of a left side; a key of a keyed one included. Undefined for what the grammar does not know. */
export function findField(scope: FilterScope, path: string): FilterField | undefined {
  if (scope === 'trace' && path.startsWith('span.')) return findField('span', path.slice('span.'.length));
  const name = scope === 'trace' ? path.replace(TRACE_PREFIX, '') : path;
  const plain = fieldsOf(scope).find((field) => field.name === name);
  if (plain !== undefined) return plain;
  const dot = path.indexOf('.');
  const entry = keyedFieldsOf(scope).find((field) => field.name === path.slice(0, dot));
  if (dot < 0 || entry === undefined) return undefined;
  const key = path.slice(dot + 1).replaceAll('`', '');
  const { keysBy, hasValues, ...field } = entry;
  return { ...field, name: path, ...(hasValues && { suggestedBy: `${keysBy}.${key}` }) };
}
