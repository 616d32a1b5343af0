import type { AlertCondition, AlertDefinition, AlertState } from './alert-definition.ts';

/** What was measured of a group. */
export interface AlertReading {
  /** Value of the dimension; empty without one. */
  readonly group: string;
  readonly count: number;
  /** Undefined when there was nothing to measure. */
  readonly value: number | undefined;
  /** Of a change alone. */
  readonly baseline: number | undefined;
  readonly baselineCount: number;
}

export type AlertOutcome = 'ok' | 'breach' | 'no-data';

/** Where a group stands between two checks. */
export interface AlertStanding {
  readonly state: AlertState;
  readonly breaches: number;
}

/** What a reading means by itself. */
export function judgeReading(
  { condition }: AlertDefinition,
  minimumCount: number,
  reading: AlertReading,
): AlertOutcome {
  const { count, value, baseline, baselineCount } = reading;
  if (value === undefined || count < minimumCount) return 'no-data';
  if (condition.type === 'threshold') return isBeyond(condition, value) ? 'breach' : 'ok';
  if (baseline === undefined || baselineCount < minimumCount) return 'no-data';
  return hasChanged(condition, value, baseline) ? 'breach' : 'ok';
}

/** An alert begins with the last of `checks` breaches in a row, and ends with the first check that is none. */
export function nextStanding(before: AlertStanding, outcome: AlertOutcome, checks: number): AlertStanding {
  if (outcome !== 'breach') return { state: outcome, breaches: 0 };
  const breaches = before.breaches + 1;
  const isFiring = before.state === 'firing' || breaches >= checks;
  return { state: isFiring ? 'firing' : 'ok', breaches };
}

function isBeyond(
  { direction, threshold }: Extract<AlertCondition, { type: 'threshold' }>,
  value: number,
): boolean {
  return direction === 'above' ? value > threshold : value < threshold;
}

/** From 0 to anything is a change by more than every percentage. */
function hasChanged(
  { direction, by, unit }: Extract<AlertCondition, { type: 'change' }>,
  value: number,
  baseline: number,
): boolean {
  if (value === baseline) return false;
  const difference = value - baseline;
  const change = unit === 'absolute' ? difference : (difference / Math.abs(baseline)) * 100;
  if (direction === 'either') return Math.abs(change) >= by;
  return direction === 'up' ? change >= by : change <= -by;
}
