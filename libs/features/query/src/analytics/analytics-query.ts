import {
  DIMENSION_NAMES,
  MEASURE_NAMES,
  parseDimension,
  parseMeasure,
  type TimeBucket,
} from '@millrace/ports';
import { parseUnixNano } from '@millrace/service-kit';
import { z } from 'zod';
import { formatField } from '../tables/result-formats.ts';

const UNITS: Readonly<Record<string, TimeBucket['unit']>> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
};
const BUCKET = /^([1-9]\d{0,4})(s|m|h|d|w|mo)$/;
const DAY_MS = 86_400_000n;
const NANOS_PER_MS = 1_000_000n;

const time = z
  .string()
  .refine((text) => parseUnixNano(text) !== undefined, 'is neither RFC 3339 nor milliseconds since the epoch')
  .transform((text) => parseUnixNano(text) ?? 0n)
  .meta({ type: 'string' });

/** A name with what it means; names keep their spelling in the answer. */
function named<Meaning>(parse: (name: string) => Meaning | undefined, known: string) {
  return z
    .string()
    .max(300)
    .transform((name, context) => {
      const meaning = parse(name);
      if (meaning !== undefined) return { name, meaning };
      context.addIssue({ code: 'custom', message: `'${name}' is not known; there are ${known}` });
      return z.NEVER;
    })
    .meta({ type: 'string' });
}

/** The body of `POST /api/v1/analytics/query`. */
export const analyticsBody = z.strictObject({
  view: z.enum(['traces', 'spans', 'assessments']).default('traces').describe('What is counted'),
  experiment_ids: z
    .array(z.string())
    .max(1000)
    .optional()
    .describe('Every active experiment of the workspace when absent'),
  from: time.optional().describe('Earliest time, inclusive; a day before `to` when absent'),
  to: time.optional().describe('Latest time, exclusive; now when absent'),
  filter: z.string().default('').describe('Traces that count, in the grammar of docs/filters.md'),
  span_filter: z
    .string()
    .default('')
    .describe("In the view spans, the spans that count, e.g. type = 'LLM' AND ancestor(name = 'planner')"),
  include_judge_traces: z
    .boolean()
    .default(false)
    .describe('Whether traces that judges made count too: they are no traffic'),
  measures: z
    .array(named(parseMeasure, MEASURE_NAMES))
    .min(1)
    .max(20)
    .describe(`The first one orders the groups. ${MEASURE_NAMES}`),
  dimensions: z.array(named(parseDimension, DIMENSION_NAMES)).max(5).default([]).describe(DIMENSION_NAMES),
  bucket: z.string().regex(BUCKET, 'is not a duration such as 5m, 1h, 1d, 1w or 1mo').optional(),
  time_zone: z.string().default('UTC').describe('IANA name: where days begin'),
  limit: z.int().min(1).max(1000).default(50).describe('Groups; each comes with all its time buckets'),
  format: formatField
    .optional()
    .describe('Other formats than json are a table with a column for each name; else by the Accept header'),
  compare_previous: z
    .boolean()
    .default(false)
    .describe('Adds the measures of the same length of time just before'),
});
export type AnalyticsBody = z.output<typeof analyticsBody>;

/** `1h` as a time bucket. */
export function parseBucket(text: string, timeZone: string): TimeBucket | undefined {
  const [, count, unit = ''] = BUCKET.exec(text) ?? [];
  const name = UNITS[unit];
  return name === undefined ? undefined : { count: Number(count), unit: name, timeZone };
}

/** The time that is asked about: the last day unless the question says. */
export function askedTime({ from, to }: AnalyticsBody, nowMs: number): { from: bigint; to: bigint } {
  const end = to ?? BigInt(nowMs) * NANOS_PER_MS;
  return { from: from ?? end - DAY_MS * NANOS_PER_MS, to: end };
}
