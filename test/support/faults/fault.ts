/** A part whose `/health` has to name something while a fault is on. */
export interface ToldBy {
  readonly part: string;
  readonly says: RegExp;
}

/** Something that goes wrong, and ends. Nobody helps the system afterwards. */
export interface Fault {
  readonly name: string;
  begin(): Promise<void>;
  end(): Promise<void>;
  readonly told?: readonly ToldBy[];
}

/** A running Millrace as faults and their checks see it. */
export interface FaultySystem {
  readonly topology: 'standalone' | 'distributed';
  readonly url: string;
  readonly otlpUrl: string;
  /** Base URLs of what answers `/health`, by part. */
  readonly parts: Readonly<Record<string, string>>;
  /** Processes of ours whose memory is watched: a part's process may change when it is restarted. */
  pids(): Readonly<Record<string, number>>;
}

/** Makes the short form shorter: others take over what a dead process had, and traces complete, as soon as settings allow. */
export const SOON = { MILLRACE_KAFKA_SESSION_TIMEOUT_MS: '6000', MILLRACE_COMPLETION_IDLE_SECONDS: '1' };

/** Milliseconds a fault lasts. Long form: `npm test -- faults-long`. */
export const IS_LONG_FORM = process.env['MILLRACE_FAULTS'] === 'long';
export const HOLD_MS = 1000 * Number(process.env['MILLRACE_FAULT_SECONDS'] ?? (IS_LONG_FORM ? 60 : 2));
