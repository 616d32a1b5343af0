import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  type DataSource,
  type EntityManager,
} from 'typeorm';
import { Rejected, Unavailable } from '@millrace/domain';

const RETRY_AFTER_MS = 1000;
/** Someone has to make room first. */
const DISK_RETRY_AFTER_MS = 5000;
/**
 * Connection exceptions, shutdowns and start-ups, too many connections, out of disk, time-outs, deadlocks.
 * Source: PostgreSQL manual, appendix A.
 */
const PASSING_STATES = /^(08|57P0|53|57014|40001|40P01)/;
const PASSING_ERRNOS =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** node-postgres gives these no code. */
const PASSING_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|connection is closed|timeout expired|is not queryable/i;

/** What TypeORM says of the next statement of a transaction whose connection has died since the one before. */
const LOST_TRANSACTIONS = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/**
 * Runs `work` on PostgreSQL, connecting first if need be. Throws Unavailable when it can't be reached, Rejected for a value that
 * PostgreSQL can't hold or use (a NUL in a text, a number out of range, a broken pattern); other faults come through.
 * The DataSource must allow `initialize` to be called repeatedly, as the one of PostgresModule does.
 */
export async function askDatabase<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  try {
    await dataSource.initialize();
    return await work(dataSource.manager);
  } catch (error) {
    throw explainDatabaseError(error);
  }
}

/** Unavailable or Rejected for an error of node-postgres or TypeORM that says so; any other fault as it is. */
export function explainDatabaseError(error: unknown): unknown {
  if (isDiskFull(error)) {
    const message =
      "PostgreSQL's disk is full: free some space; nothing was changed, and changes work again at once.";
    return new Unavailable(message, DISK_RETRY_AFTER_MS, { cause: error });
  }
  if (isDataFault(error)) {
    return new Rejected(`A value can't be used: ${error.message}. Change it and try again.`, 'invalid', {
      cause: error,
    });
  }
  if (!isPassing(error)) return error;
  return new Unavailable('PostgreSQL cannot be reached at the moment; try again soon.', RETRY_AFTER_MS, {
    cause: error,
  });
}

/** 53100 is "disk full"; PostgreSQL tells some full disks as an I/O error. */
function isDiskFull(error: unknown): boolean {
  if (error instanceof QueryFailedError) return isDiskFull(error.driverError);
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'code') === '53100' || /No space left on device/.test(error.message);
}

/** Class 22, data exceptions: what the caller gave, never a fault of ours that more tries would mend. */
function isDataFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const fault = error instanceof QueryFailedError ? error.driverError : error;
  return /^22[0-9A-Z]{3}$/.test(String(Reflect.get(fault, 'code')));
}

function isPassing(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  if (error instanceof QueryFailedError) return isPassing(error.driverError);
  if (!(error instanceof Error)) return false;
  if (LOST_TRANSACTIONS.some((lost) => error instanceof lost)) return true;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && (PASSING_STATES.test(code) || PASSING_ERRNOS.test(code))) return true;
  return PASSING_MESSAGES.test(error.message);
}
