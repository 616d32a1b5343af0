import { createHash } from 'node:crypto';
import { Rejected } from '@millrace/domain';
import type { Repetition } from '@millrace/ports';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobData } from './working/claim.ts';

const FIELDS = 5;

/** pg-boss takes letters, digits, hyphens, underscores and points only. */
export function scheduleKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Throws Rejected for what pg-boss can't repeat by. */
export function checkRepetition(boss: PgBoss, { cron, timeZone }: Repetition): void {
  if (cron.trim().split(/\s+/).length !== FIELDS) {
    throw new Rejected(`'${cron}' is no cron expression: five fields are expected, such as '0 1 * * *'.`);
  }
  try {
    boss.previewSchedule(cron.trim(), { tz: timeZone, count: 1, from: new Date(0) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Rejected(`Nothing repeats by '${cron}' in ${timeZone}: ${reason}`, 'invalid', { cause: error });
  }
}

/** pg-boss also fires for a time within the minute before it was told to repeat: such a job is not to run. */
export function isOfTimeBefore(boss: PgBoss, { data, createdOn }: JobWithMetadata<JobData>): boolean {
  if (data.repeated === undefined) return false;
  const { cron, timeZone, since } = data.repeated;
  const [first] = boss.previewSchedule(cron, { tz: timeZone, count: 1, from: new Date(since) });
  return first !== undefined && first > createdOn;
}
