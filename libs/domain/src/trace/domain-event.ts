/** A trace has its root and has been idle: judges may look at it. */
export interface TraceEvent {
  /** `<traceId>:<version>:<type>`; a repeat carries the same id. */
  readonly id: string;
  readonly type: 'trace.completed' | 'trace.reopened';
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly traceId: string;
  /** Version of the trace row the event speaks of, decimal. */
  readonly version: string;
}
