import { ClickHouseError } from '@clickhouse/client';
import { Rejected, Unavailable } from '@millrace/domain';

/** Source: ClickHouse src/Common/ErrorCodes.cpp. */
const SYNTAX_ERROR = 62;
const TOO_MANY_QUERIES = 202;
const SERVER_BUSY = new Set([202, 236, 243, 394]);
/** The analysts' user or views may be missing; a query may also just name a table that is not there. */
const MAYBE_NOT_PREPARED = new Set([60, 81, 192, 193, 497, 516]);
/** The settings that a failed query is run again with: unknown before ClickHouse 26.4, or not the analyst's to change until the migration ran. */
const LACKS_SETTING = /\b(READONLY|UNKNOWN_SETTING|SETTING_CONSTRAINT_VIOLATION)\b/;
const OWN_SETTING = /\buse_(primary_key|partition_pruning)\b/;
const NO_SUCH_USER = new Set([192, 193, 516]);
const CAPS = new Map([
  [158, 'reads too many rows'],
  [159, 'takes longer than the 30 seconds it may'],
  [160, 'would take longer than the 30 seconds it may'],
  [241, 'needs more memory than the 256 MB it may'],
  [243, 'needs more disk than it may'],
  [307, 'reads too much'],
  [396, 'gives more than the 1,000,000 rows or 512 MB it may'],
]);
const RETRY_AFTER_MS = 2000;
const MAX_LENGTH = 600;

const GRANT_ADVICE =
  'SQL is not available: ClickHouse has no user or views for analysts, or is older than 26.4. Let the migration run with a URL whose user has the rights ' +
  'CREATE USER, ALTER USER, CREATE ROW POLICY and CREATE DATABASE, CREATE VIEW, SET DEFINER with grant option on the databases of Millrace (see docs/sql.md).';

export function isPerhapsNotPrepared(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && MAYBE_NOT_PREPARED.has(code);
}

/** Not for want of time, memory or users, nor a name or a word that is wrong whatever is stored. */
export function isFaultOfQuery(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined || CAPS.has(code) || SERVER_BUSY.has(code)) return false;
  return code !== SYNTAX_ERROR && !MAYBE_NOT_PREPARED.has(code) && !NO_SUCH_USER.has(code);
}

export function notPrepared(cause: unknown): Unavailable {
  return new Unavailable(GRANT_ADVICE, 60_000, { cause });
}

/** What a fault of an analyst's query is to the caller. Never with paths, addresses or names of the server's own. */
export function sqlError(error: unknown, query: string): Error {
  if (error instanceof Rejected || error instanceof Unavailable) return error;
  const code = codeOf(error);
  if (code === undefined) {
    return new Unavailable("ClickHouse is not available: it can't be reached", RETRY_AFTER_MS, {
      cause: error,
    });
  }
  if (NO_SUCH_USER.has(code)) return notPrepared(error);
  const text = error instanceof Error ? error.message : '';
  if (OWN_SETTING.test(text) && LACKS_SETTING.test(typeOf(error))) return notPrepared(error);
  // The server as a whole is short of memory: not the query's fault.
  if ((SERVER_BUSY.has(code) && code !== 243) || (code === 241 && /\(total\)|overcommit/i.test(text))) {
    const reason =
      code === TOO_MANY_QUERIES ? 'as many queries run as may at once' : 'it is short of resources';
    return new Unavailable(`ClickHouse is busy: ${reason}. Try again.`, RETRY_AFTER_MS, { cause: error });
  }
  const cap = CAPS.get(code);
  if (cap !== undefined) {
    const advice = 'narrow its time, aggregate, or add LIMIT';
    return new Rejected(`the query ${cap}: ${advice}`, 'invalid', { cause: error });
  }
  return new Rejected(`ClickHouse refused the query: ${readable(text, query)}`, 'invalid', { cause: error });
}

/** The engine's words without its prefixes, its scope and stack, and anything that names the server. */
function readable(message: string, query: string): string {
  const words = message
    .replace(/^(Code: \d+\. )?(DB::Exception: )?/, '')
    .replace(/\(version [^)]*\)\s*$/, '')
    .replace(/:? In scope [\s\S]*?(\. Maybe you meant|$)/i, '$1')
    .replace(/\bin scope [\s\S]*?(\. Maybe you meant|\. \(|$)/i, '$1')
    .replace(/:? ?While (executing|processing|reading)[\s\S]*$/, '')
    .replace(
      /^\w+: Not enough privileges\. To execute this query, it's necessary to have the grant /,
      'not allowed here: ',
    )
    .replace(/ ?Stack trace:[\s\S]*$/, '')
    .replace(/ Expected one of: ([^.]{0,160})[\s\S]*$/, (_, some: string) => ` Expected: ${some} …`)
    .replace(/(?<![\w/])\/(?:[\w.-]+\/)+[\w.-]*/g, '<path>')
    .replace(/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g, '<address>')
    .replace(/\(?table \w+\.\w+ \([0-9a-f-]{36}\)\)?/g, 'the view')
    .trim()
    .slice(0, MAX_LENGTH);
  const [, at] = /failed at position (\d+)/.exec(message) ?? [];
  return at === undefined ? words : `${words}\n${pointAt(query, Number(at))}`;
}

/** The line with a caret under the place; the engine counts bytes from one. */
function pointAt(query: string, position: number): string {
  const before = Buffer.from(query)
    .subarray(0, position - 1)
    .toString();
  const lines = before.split('\n');
  const line = query.split('\n')[lines.length - 1] ?? '';
  const column = [...(lines.at(-1) ?? '')].length;
  return `line ${lines.length}, column ${column + 1}:\n${line}\n${' '.repeat(column)}^`;
}

function codeOf(error: unknown): number | undefined {
  return error instanceof ClickHouseError ? Number(error.code) : undefined;
}

function typeOf(error: unknown): string {
  return error instanceof ClickHouseError ? (error.type ?? '') : '';
}
