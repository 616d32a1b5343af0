import type { Cost, Filter, TraceTokens } from '@millrace/domain';

export type SessionOrder = 'last_activity' | 'traces' | 'tokens' | 'cost';

export interface SessionSearch {
  readonly workspaceId: string;
  readonly experimentIds: readonly number[];
  /** Traces that count. */
  readonly filter?: Filter;
  /** Bounds on their request time, inclusive and exclusive. */
  readonly fromUnixNano?: bigint;
  readonly toUnixNano?: bigint;
  /** The most or latest first. */
  readonly order: SessionOrder;
  readonly limit: number;
  /** `next` of the page before. Throws Rejected if it is not one of this search's. */
  readonly after?: string;
}

/** What the traces of one session come to. */
export interface Session {
  readonly sessionId: string;
  readonly firstUnixNano: bigint;
  /** When the last of its traces ended. */
  readonly lastUnixNano: bigint;
  readonly traceCount: number;
  readonly errorCount: number;
  /** A few of them, if they are many. */
  readonly userIds: readonly string[];
  /** Absent when no trace has any. */
  readonly tokens: TraceTokens | undefined;
  /** Absent when no price is known. */
  readonly cost: Cost | undefined;
  /** Of the first trace that has one. */
  readonly requestPreview: string | undefined;
  /** Of the last trace that has one. */
  readonly responsePreview: string | undefined;
}

export interface SessionPage {
  readonly sessions: readonly Session[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** Reading of sessions, computed from de-duplicated traces. Isolates ClickHouse. Errors: Unavailable, Rejected (a bad page token). */
export abstract class SessionReader {
  abstract listSessions(search: SessionSearch): Promise<SessionPage>;
  /** Undefined when no trace of these experiments is of the session. */
  abstract findSession(
    workspaceId: string,
    experimentIds: readonly number[],
    sessionId: string,
  ): Promise<Session | undefined>;
}
