import { COMPARATORS, lookUp, type Rule } from './comparators.ts';
import type { SpanField } from './filter.ts';
import type { FieldRule } from './read-comparison.ts';

const { attribute, fullText, listed, listedNullable, numeric } = COMPARATORS;

type Table = Readonly<Record<string, Rule<SpanField>>>;

const NAMES: Table = {
  ...fields(['name', 'status', 'type'], listed),
  ...fields(['content', 'inputs', 'outputs'], fullText),
  ...fields(['id', 'service', 'model', 'provider', 'session', 'user', 'status_message'], listedNullable),
  ...fields(['prompt', 'logged_model'], listedNullable),
  ...fields(['latency', 'time_to_first_token'], numeric, 'duration'),
  ...fields(['start_time', 'end_time'], numeric, 'time'),
  ...fields(['tokens', 'cost'], numeric, 'number'),
  ...fields(
    ['input', 'cache_read', 'cache_write', 'output', 'reasoning', 'total'].map((name) => `tokens.${name}`),
    numeric,
    'number',
  ),
};

/** Fields of a span that a filter knows, but for its attributes. */
export const SPAN_FIELD_NAMES: readonly string[] = Object.keys(NAMES);

/** The left sides of a condition on a span, without the prefix `span.`. */
export function readSpanField(segments: readonly string[]): FieldRule<SpanField> | string {
  const label = `span.${segments.join('.')}`;
  const found = findRule(segments);
  return typeof found === 'string' ? found : { ...found, label };
}

function findRule([head = '', ...rest]: readonly string[]): Rule<SpanField> | string {
  if ((head === 'attributes' || head === 'attribute') && rest.length > 0) {
    const field = { entity: 'span.attribute', key: rest.join('.') } as const;
    return { field, comparators: attribute, value: 'ordered' };
  }
  const name = [head, ...rest].join('.');
  const names = SPAN_FIELD_NAMES.join(', ');
  return (
    lookUp(NAMES, name) ??
    `Invalid span attribute '${name}'. Supported attributes: ${names}, attributes.<attribute_name>.`
  );
}

function fields(
  names: readonly string[],
  comparators: Rule<SpanField>['comparators'],
  value: Rule<SpanField>['value'] = 'text',
): Table {
  return Object.fromEntries(
    names.map((name) => {
      const key = name === 'tokens' ? 'tokens.total' : name;
      return [name, { field: { entity: 'span', key }, comparators, value }];
    }),
  );
}
