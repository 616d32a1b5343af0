/** The work could not be done now; the same call may succeed later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  constructor(
    message: string,
    /** When to try again, in milliseconds from now. */
    readonly retryAfterMs = 1000,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Too much was asked for in too short a time; the same call may succeed later. */
export class Throttled extends Error {
  override readonly name = 'Throttled';

  constructor(
    message: string,
    /** When to try again, in milliseconds from now. */
    readonly retryAfterMs: number,
  ) {
    super(message);
  }
}

/** The work will never succeed as asked: the input is at fault. */
export class Rejected extends Error {
  override readonly name = 'Rejected';

  constructor(
    message: string,
    /** What kind of fault: decides the status code at the edge. */
    readonly reason: RejectionReason = 'invalid',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export type RejectionReason =
  | 'invalid'
  | 'not-found'
  | 'already-exists'
  | 'too-large'
  | 'unsupported-type'
  /** Nobody has signed in, or not rightly. */
  | 'unauthenticated'
  /** Whoever it is may not. */
  | 'permission-denied';
