import { ClickHouseError } from '@clickhouse/client';
import { Rejected, Unavailable } from '@millrace/domain';

/** Rows that no retry will make fit. Source: ClickHouse src/Common/ErrorCodes.cpp. */
const BAD_ROWS = new Map([
  [6, 'CANNOT_PARSE_TEXT'],
  [26, 'CANNOT_PARSE_QUOTED_STRING'],
  [27, 'CANNOT_PARSE_INPUT_ASSERTION_FAILED'],
  [33, 'CANNOT_READ_ALL_DATA'],
  [38, 'CANNOT_PARSE_DATE'],
  [41, 'CANNOT_PARSE_DATETIME'],
  [53, 'TYPE_MISMATCH'],
  [69, 'ARGUMENT_OUT_OF_BOUND'],
  [70, 'CANNOT_CONVERT_TYPE'],
  [72, 'CANNOT_PARSE_NUMBER'],
  [117, 'INCORRECT_DATA'],
  [128, 'TOO_LARGE_ARRAY_SIZE'],
  [131, 'TOO_LARGE_STRING_SIZE'],
  [349, 'CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN'],
]);

const ADVICE = new Map([
  [60, 'the tables are not there yet: run the migrations'],
  [81, 'the database is not there yet: run the migrations'],
  [193, 'user or password is wrong: check the ClickHouse URL'],
  [497, "the ClickHouse user lacks a right: grant it all on the database of Millrace's URL"],
  [516, 'user or password is wrong: check the ClickHouse URL'],
  [241, 'its memory limit is reached: lower the load or raise the limit'],
  [242, 'the table is read-only: look at the state of the replica'],
  [243, 'its disk is nearly full: free some space'],
  [285, 'fewer replicas are alive than an insert needs: start those that are missing'],
  [286, 'another insert into the table waits for its replicas'],
  [289, 'the replica that was asked lacks what others have: it catches up by itself'],
  [319, 'the replicas did not take over an insert in time: it is repeated'],
  [252, 'merging lags behind inserts (too many parts): it catches up by itself unless the load stays'],
]);

const RETRY_AFTER_MS = 2000;
const BAD_REGEXP = 427;
const TIMEOUT_EXCEEDED = 159;
const TOO_SLOW = 160;
const MEMORY_LIMIT = 241;

/** What a failed insert is to the port's caller: rows at fault are Rejected, all else may succeed later. */
export function insertError(error: unknown): Error {
  const code = codeOf(error);
  if (code !== undefined && BAD_ROWS.has(code)) {
    return new Rejected(`ClickHouse refused rows: ${messageOf(error)}`, 'invalid', { cause: error });
  }
  return unavailable(error, code);
}

/** What a failed query is to the port's caller: one that asks too much or wrongly is Rejected. */
export function queryError(error: unknown): Error {
  if (error instanceof Rejected || error instanceof Unavailable) return error;
  const code = codeOf(error);
  if (code === BAD_REGEXP) {
    return new Rejected(`the regular expression can't be used (re2 syntax): ${messageOf(error)}`, 'invalid', {
      cause: error,
    });
  }
  const isOwnLimit = code === MEMORY_LIMIT && /for query|query\)/i.test(messageOf(error));
  if (code === TIMEOUT_EXCEEDED || code === TOO_SLOW || isOwnLimit) {
    return new Rejected(
      'the query takes more time or memory than one query may: narrow its time range or filter',
      'too-large',
      { cause: error },
    );
  }
  return unavailable(error, code);
}

function unavailable(error: unknown, code: number | undefined): Unavailable {
  const advice = code === undefined ? "it can't be reached" : ADVICE.get(code);
  const message = advice === undefined ? messageOf(error) : `${advice} (${messageOf(error)})`;
  return new Unavailable(`ClickHouse is not available: ${message}`, RETRY_AFTER_MS, { cause: error });
}

function codeOf(error: unknown): number | undefined {
  return error instanceof ClickHouseError ? Number(error.code) : undefined;
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message.trim() || error.name : String(error);
  return text.slice(0, 500);
}
