import { Rejected } from '@millrace/domain';
import type { Repetition } from '@millrace/ports';
import { CronExpressionParser } from 'cron-parser';
import type { QueuedJob } from './job-data.ts';

const FIELDS = 5;
/** A time that no worker was there for is not made up for. */
const DUE_MS = 60_000;

/** Throws Rejected for what can't be repeated by. */
export function checkRepetition({ cron, timeZone }: Repetition): void {
  if (cron.trim().split(/\s+/).length !== FIELDS) {
    throw new Rejected(`'${cron}' is no cron expression: five fields are expected, such as '0 1 * * *'.`);
  }
  try {
    CronExpressionParser.parse(cron.trim(), { tz: timeZone, currentDate: new Date(0) }).next();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Rejected(`Nothing repeats by '${cron}' in ${timeZone}: ${reason}`, 'invalid', { cause: error });
  }
}

/** BullMQ ends the id of what a scheduler makes with its time. */
export function isMissed(job: QueuedJob): boolean {
  const due = Number(job.id?.split(':').at(-1));
  return Date.now() - due > DUE_MS;
}
