export interface ErrorFacts {
  /** Of the HTTP answer; absent where there was none. */
  readonly status?: number;
  /** What Millrace calls it: `RESOURCE_DOES_NOT_EXIST`. */
  readonly code?: string;
  readonly cause?: unknown;
}

/** What Millrace could not or would not do, in a sentence that says what to do. */
export class MillraceError extends Error {
  override readonly name: string = 'MillraceError';
  /** Of the HTTP answer; absent where there was none. */
  readonly status: number | undefined;
  /** What Millrace calls it: `RESOURCE_DOES_NOT_EXIST`. */
  readonly code: string | undefined;

  constructor(message: string, { status, code, cause }: ErrorFacts = {}) {
    super(message, cause === undefined ? {} : { cause });
    this.status = status;
    this.code = code;
  }
}

/** Nothing answered at the address, or not in time. */
export class UnreachableError extends MillraceError {
  override readonly name = 'UnreachableError';
}

/** What was asked for is not there. */
export class NotFoundError extends MillraceError {
  override readonly name = 'NotFoundError';
}

/** Something of this name is there already. */
export class AlreadyExistsError extends MillraceError {
  override readonly name = 'AlreadyExistsError';
}

/** What was asked can't be meant: a filter, a name, a value. */
export class InvalidRequestError extends MillraceError {
  override readonly name = 'InvalidRequestError';
}

/** The key is missing or wrong, or what it may is less. */
export class AccessError extends MillraceError {
  override readonly name = 'AccessError';
}

/** Too much at once, or something that Millrace stands on is away: try again later. */
export class BusyError extends MillraceError {
  override readonly name = 'BusyError';
}

const BY_STATUS: Readonly<Record<number, typeof MillraceError>> = {
  400: InvalidRequestError,
  401: AccessError,
  403: AccessError,
  404: NotFoundError,
  409: AlreadyExistsError,
  413: InvalidRequestError,
  429: BusyError,
  502: BusyError,
  503: BusyError,
  504: BusyError,
};
const KEY_HINT = 'An API key is given as token to init(), or in MILLRACE_TOKEN.';
const LONGEST_TEXT = 1000;

/** The error of an answer, in the server's own words. */
export function refusal(path: string, status: number, said: unknown): MillraceError {
  const { code, message } = faultOf(said);
  const Kind = BY_STATUS[status] ?? MillraceError;
  const hint = status === 401 ? ` ${KEY_HINT}` : '';
  return new Kind(`${message ?? `Millrace answered ${status} to ${path}: ${textOf(said)}`}${hint}`, {
    status,
    ...(code !== undefined && { code }),
  });
}

export function unreachable(url: string, cause: unknown): UnreachableError {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const why = inner instanceof Error ? inner.message || inner.name : String(inner);
  return new UnreachableError(
    `Millrace can't be reached at ${url}: ${why}. Is it running there? Another address is given as url to init(), or in MILLRACE_URL.`,
    { cause },
  );
}

/** `{"error": {"code", "message"}}`, or `{"error_code", "message"}` on MLflow's surface. */
function faultOf(said: unknown): { readonly code?: string; readonly message?: string } {
  if (typeof said !== 'object' || said === null) return {};
  const { error = said } = said as { error?: unknown };
  if (typeof error !== 'object' || error === null) return {};
  const { code, error_code = code, message } = error as Record<string, unknown>;
  return {
    ...(typeof error_code === 'string' && { code: error_code }),
    ...(typeof message === 'string' && { message }),
  };
}

function textOf(said: unknown): string {
  return (typeof said === 'string' ? said : JSON.stringify(said ?? '')).slice(0, LONGEST_TEXT);
}
