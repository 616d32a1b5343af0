import { Cron } from 'croner';
import { Rejected } from '@millrace/domain';

/** When a schedule fires: by the clock on the wall of its time zone. */
export interface FireRule {
  /** Five fields. */
  readonly cron: string;
  /** Of IANA, such as Europe/Berlin. */
  readonly timeZone: string;
}

export const SCHEDULE_WINDOWS = ['since-previous-fire', 'previous-day'] as const;
/** What a schedule judges: what came since it fired before, or the calendar day before the one in which it fires. */
export type ScheduleWindow = (typeof SCHEDULE_WINDOWS)[number];

/** Milliseconds since the epoch, inclusive and exclusive. */
export interface TimeWindow {
  readonly fromTime: number;
  readonly toTime: number;
}

const MIDNIGHT = '0 0 * * *';

/** Throws Rejected for a rule that is none, or that never comes true. */
export function checkFireRule(rule: FireRule, now: number): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: rule.timeZone });
  } catch (error) {
    throw new Rejected(
      `'${rule.timeZone}' is no time zone: give one of IANA, such as Europe/Berlin.`,
      'invalid',
      {
        cause: error,
      },
    );
  }
  if (nextFire(rule, now) === undefined) throw new Rejected(`The schedule '${rule.cron}' never fires.`);
}

/**
 * The first time after `after`. A time that the clock leaves out is taken as much later as it jumps; one that it shows twice fires
 * the first time, unless the rule fires every so many hours or minutes: that goes on evenly.
 */
export function nextFire(rule: FireRule, after: number): number | undefined {
  return parse(rule).nextRun(new Date(after))?.getTime();
}

/** The next times after `after`. */
export function nextFires(rule: FireRule, after: number, count: number): number[] {
  return parse(rule)
    .nextRuns(count, new Date(after))
    .map((date) => date.getTime());
}

/** The last times before `before`, the latest first. */
export function previousFires(rule: FireRule, before: number, count: number): number[] {
  return parse(rule)
    .previousRuns(count, new Date(before))
    .map((date) => date.getTime());
}

/** What is judged when it fires at `fireTime`: the windows of a rule follow each other without gap or overlap. */
export function windowOf(rule: FireRule, window: ScheduleWindow, fireTime: number): TimeWindow {
  if (window === 'since-previous-fire') {
    const [fromTime] = previousFires(rule, fireTime, 1);
    if (fromTime === undefined) throw new Rejected(`The schedule '${rule.cron}' has not fired before.`);
    return { fromTime, toTime: fireTime };
  }
  const [toTime, fromTime] = previousFires({ cron: MIDNIGHT, timeZone: rule.timeZone }, fireTime + 1, 2);
  if (toTime === undefined || fromTime === undefined) throw new Rejected('There was no day before.');
  return { fromTime, toTime };
}

function parse({ cron, timeZone }: FireRule): Cron {
  try {
    return new Cron(cron, { timezone: timeZone, paused: true, mode: '5-part' });
  } catch (error) {
    const fault = error instanceof Error ? error.message.replace(/^CronPattern:\s*/, '') : String(error);
    throw new Rejected(
      `'${cron}' is no schedule: ${fault} It has five fields: minute, hour, day of month, month, day of week.`,
      'invalid',
      { cause: error },
    );
  }
}
