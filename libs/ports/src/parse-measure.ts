import type { Aggregate, Dimension, Measure, Measured } from './trace-analytics.ts';

/** Measures that are what they are, without an aggregate. */
const PLAIN: Readonly<Record<string, Measured>> = {
  count: 'rows',
  traces: 'traces',
  sessions: 'sessions',
  users: 'users',
  errors: 'errors',
  error_rate: 'error_rate',
  pass_rate: 'pass_rate',
};
/** Measures of which an aggregate is taken, with the one that is meant when none is named. */
const AGGREGATED: ReadonlyMap<string, readonly [Measured, Aggregate]> = new Map([
  ['latency', ['latency', 'avg']],
  ['time_to_first_token', ['time_to_first_token', 'avg']],
  ['span_count', ['span_count', 'sum']],
  ['value', ['value', 'avg']],
  ['tokens', ['tokens.total', 'sum']],
  ['cost', ['cost.total', 'sum']],
  ...(['input', 'cache_read', 'cache_write', 'output', 'reasoning', 'total'] as const).map(
    (bucket) => [`tokens.${bucket}`, [`tokens.${bucket}`, 'sum']] as [string, [Measured, Aggregate]],
  ),
  ...(['input', 'cache', 'output', 'total'] as const).map(
    (part) => [`cost.${part}`, [`cost.${part}`, 'sum']] as [string, [Measured, Aggregate]],
  ),
]);
const SUFFIX = /^(.+)\.(?:(sum|avg|min|max)|p(\d{1,3}(?:\.\d+)?))$/;

const DIMENSIONS: readonly Dimension['of'][] = [
  ...(['name', 'status', 'type', 'model', 'provider', 'service', 'session', 'user', 'experiment'] as const),
  ...([
    'run',
    'logged_model',
    'prompt_version',
    'assessment_name',
    'assessment_value',
    'assessment_source',
  ] as const),
  'latency_class',
];
const KEYED = /^(tag|metadata|attribute)s?\.(.+)$/s;

/** `latency.p95`, `tokens.input`, `cost.avg`, `count`; undefined for what is no measure. */
export function parseMeasure(name: string): Measure | undefined {
  const plain = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  if (plain !== undefined) return { of: plain, aggregate: 'sum' };
  const own = AGGREGATED.get(name);
  if (own) return { of: own[0], aggregate: own[1] };
  const [, base = '', word, percentile] = SUFFIX.exec(name) ?? [];
  const measured = AGGREGATED.get(base)?.[0];
  if (measured === undefined) return undefined;
  if (word === 'sum' || word === 'avg' || word === 'min' || word === 'max') {
    return { of: measured, aggregate: word };
  }
  return Number(percentile) <= 100 ? { of: measured, aggregate: Number(percentile) } : undefined;
}

/** `model`, `tags.env`, `attributes.gen_ai.request.model`; undefined for what is no dimension. */
export function parseDimension(name: string): Dimension | undefined {
  const plain = DIMENSIONS.find((each) => each === name);
  if (plain !== undefined) return { of: plain };
  const [, entity, key] = KEYED.exec(name) ?? [];
  return key === undefined ? undefined : { of: entity as 'tag' | 'metadata' | 'attribute', key };
}

export const MEASURE_NAMES = `${[...Object.keys(PLAIN), ...AGGREGATED.keys()].join(', ')}; those with values also as .sum, .avg, .min, .max or .p95`;
export const DIMENSION_NAMES = `${DIMENSIONS.join(', ')}, tags.<key>, metadata.<key>, attributes.<key>`;
