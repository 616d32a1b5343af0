import { parseDimension, parseMeasure, type AnalyticsView, type Measure } from '@millrace/ports';
import { z } from 'zod';

export const ALERT_STATES = ['ok', 'firing', 'no-data'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const WINDOW = /^([1-9]\d{0,4})([mhd])$/;
const SHORTEST_MS = 5 * UNIT_MS.m;
const LONGEST_MS = 7 * UNIT_MS.d;

/** Measures that are 0 rather than nothing when there are no rows. */
const COUNTS: readonly Measure['of'][] = ['rows', 'traces', 'sessions', 'users', 'errors', 'span_count'];

const number = z.number().refine(Number.isFinite, 'is not a number');

const thresholdCondition = z.strictObject({
  type: z.literal('threshold'),
  direction: z.enum(['above', 'below']),
  threshold: number,
});
const changeCondition = z.strictObject({
  type: z.literal('change'),
  direction: z.enum(['up', 'down', 'either']),
  by: number.positive().describe('At least this much'),
  unit: z.enum(['percent', 'absolute']),
  baseline: z
    .enum(['previous_window', 'day_before', 'week_before'])
    .describe('The window just before, or the same window a day or a week earlier'),
});
export const alertCondition = z.discriminatedUnion('type', [thresholdCondition, changeCondition]);
export type AlertCondition = z.output<typeof alertCondition>;

/** What a rule watches: as the API takes it, and as it is kept. */
export const alertDefinition = z
  .strictObject({
    measure: z
      .string()
      .max(100)
      .refine((name) => parseMeasure(name) !== undefined, 'is no measure'),
    view: z.enum(['traces', 'spans', 'assessments']).optional(),
    assessment: z.string().min(1).max(250).optional(),
    filter: z.string().max(10_000).default(''),
    dimension: z
      .string()
      .max(300)
      .refine((name) => parseDimension(name) !== undefined, 'is no dimension')
      .optional(),
    window: z.string().refine(isWindow, 'is not a duration from 5m to 7d, such as 15m, 6h or 1d'),
    condition: alertCondition,
    minimum_count: z.int().min(0).max(1_000_000_000).optional(),
    consecutive_checks: z.int().min(1).max(60).default(1),
  })
  .refine(({ view, measure, assessment }) => viewOf(view, measure) !== 'assessments' || assessment, {
    path: ['assessment'],
    message: 'name the assessment that is measured',
  });
export type AlertDefinition = z.output<typeof alertDefinition>;

/** Of pass_rate and value those of assessments, of the time to the first token spans, else traces, unless it is told. */
export function viewOf(view: AnalyticsView | undefined, measure: string): AnalyticsView {
  if (view) return view;
  const of = parseMeasure(measure)?.of;
  if (of === 'pass_rate' || of === 'value') return 'assessments';
  return of === 'time_to_first_token' ? 'spans' : 'traces';
}

/** Whether nothing to measure means 0. */
export function isCount(measure: Measure): boolean {
  if (COUNTS.includes(measure.of)) return measure.of !== 'span_count' || measure.aggregate === 'sum';
  return measure.aggregate === 'sum' && /^(tokens|cost)\./.test(measure.of);
}

export function windowMs(window: string): number {
  const [, count, unit] = WINDOW.exec(window) ?? [];
  return Number(count) * UNIT_MS[(unit ?? 'm') as keyof typeof UNIT_MS];
}

/** For people: `error_rate above 0.2 over 5m`. */
export function describeDefinition({ measure, assessment, condition, window }: AlertDefinition): string {
  const what = assessment === undefined ? measure : `${measure} of ${assessment}`;
  if (condition.type === 'threshold') {
    return `${what} ${condition.direction} ${condition.threshold} over ${window}`;
  }
  const { direction, by, unit, baseline } = condition;
  const way = direction === 'either' ? 'up or down' : direction;
  return `${what} ${way} by ${by}${unit === 'percent' ? ' %' : ''} over ${window} against the ${baseline.replaceAll('_', ' ')}`;
}

function isWindow(text: string): boolean {
  return WINDOW.test(text) && windowMs(text) >= SHORTEST_MS && windowMs(text) <= LONGEST_MS;
}
