import { Injectable } from '@nestjs/common';
import { parseFilter, Rejected } from '@millrace/domain';
import {
  parseDimension,
  parseMeasure,
  TraceAnalytics,
  type AnalyticsQuery,
  type AnalyticsRow,
  type Measure,
} from '@millrace/ports';
import { isCount, viewOf, windowMs, type AlertDefinition } from './alert-definition.ts';
import { judgeReading, type AlertOutcome, type AlertReading } from './alert-outcome.ts';
import type { AlertRule } from './alert-rule.entity.ts';

/** Those with the most rows are watched. */
export const MOST_GROUPS = 200;
const NANOS_PER_MS = 1_000_000n;
const EARLIER_MS = { day_before: 86_400_000, week_before: 604_800_000 } as const;

/** Whose traces are measured. */
export type AlertPlace = Pick<AlertRule, 'workspaceId' | 'experimentId'>;

/** A look at all groups of a rule. */
export interface AlertLook {
  /** Milliseconds since the epoch; the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly readings: readonly (AlertReading & { readonly outcome: AlertOutcome })[];
}

/** Measures what alert rules watch. Throws Rejected for what can't be measured, Unavailable. */
@Injectable()
export class AlertMeasuringService {
  constructor(private readonly analytics: TraceAnalytics) {}

  /** Refuses what can't be measured, by measuring a moment of it. */
  async check(place: AlertPlace, definition: AlertDefinition, now: number): Promise<void> {
    await this.analytics.measure(toQuery(place, definition, { from: now - 1, to: now }));
  }

  /** The window that ends now. `known` are groups that are looked at although nothing of them is there. */
  async look(
    place: AlertPlace,
    definition: AlertDefinition,
    now: number,
    known: readonly string[],
  ): Promise<AlertLook> {
    const length = windowMs(definition.window);
    const bounds = { from: now - length, to: now };
    const { condition } = definition;
    const rows = await this.analytics.measure(toQuery(place, definition, bounds));
    const before =
      condition.type === 'change'
        ? await this.analytics.measure(
            toQuery(place, definition, earlier(bounds, shiftOf(condition.baseline, length))),
          )
        : [];
    const measure = measureOf(definition);
    const minimum = definition.minimum_count ?? (isCount(measure) ? 0 : 1);
    const readings = readGroups(definition, [rows, before], known);
    return {
      ...bounds,
      readings: readings.map((reading) => ({
        ...reading,
        outcome: judgeReading(definition, minimum, reading),
      })),
    };
  }
}

function shiftOf(baseline: 'previous_window' | keyof typeof EARLIER_MS, windowLength: number): number {
  return baseline === 'previous_window' ? windowLength : EARLIER_MS[baseline];
}

function earlier({ from, to }: { readonly from: number; readonly to: number }, by: number) {
  return { from: from - by, to: to - by };
}

function measureOf({ measure }: AlertDefinition): Measure {
  const parsed = parseMeasure(measure);
  if (!parsed) throw new Rejected(`there is no measure '${measure}'`);
  return parsed;
}

function toQuery(
  { workspaceId, experimentId }: AlertPlace,
  definition: AlertDefinition,
  { from, to }: { readonly from: number; readonly to: number },
): AnalyticsQuery {
  const filter = parseFilter(definition.filter);
  const dimension = definition.dimension === undefined ? undefined : parseDimension(definition.dimension);
  const view = viewOf(definition.view, definition.measure);
  return {
    workspaceId,
    experimentIds: [experimentId],
    view,
    fromUnixNano: BigInt(from) * NANOS_PER_MS,
    toUnixNano: BigInt(to) * NANOS_PER_MS,
    measures: [{ of: 'rows', aggregate: 'sum' }, measureOf(definition)],
    dimensions: dimension ? [dimension] : [],
    limit: MOST_GROUPS,
    ...(filter && { filter }),
    ...(view === 'assessments' && definition.assessment && { assessment: { name: definition.assessment } }),
  };
}

function readGroups(
  definition: AlertDefinition,
  [rows, before]: readonly [readonly AnalyticsRow[], readonly AnalyticsRow[]],
  known: readonly string[],
): AlertReading[] {
  const nothing = isCount(measureOf(definition)) ? 0 : undefined;
  const now = byGroup(rows);
  const then = byGroup(before);
  const groups = new Set(definition.dimension === undefined ? [''] : [...now.keys(), ...known]);
  return [...groups].map((group) => {
    const [count = 0, value = nothing] = now.get(group)?.measures ?? [];
    const [baselineCount = 0, baseline = nothing] = then.get(group)?.measures ?? [];
    const isChange = definition.condition.type === 'change';
    return { group, count, value, baseline: isChange ? baseline : undefined, baselineCount };
  });
}

function byGroup(rows: readonly AnalyticsRow[]): Map<string, AnalyticsRow> {
  return new Map(rows.map((row) => [String(row.dimensions[0] ?? ''), row]));
}
