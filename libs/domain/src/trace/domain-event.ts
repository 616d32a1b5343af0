/** A trace has its root and has been idle: judges may look at it; reopened when more of it came after that. */
export interface TraceEvent {
  /** `<traceId>:<version>:<type>`; a repeat carries the same id. */
  readonly id: string;
  readonly type: 'trace.completed' | 'trace.reopened';
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly traceId: string;
  /** Content version of the trace the event speaks of, decimal. */
  readonly version: string;
}

/** A run was deleted: what it said about traces goes too. */
export interface RunEvent {
  /** `<runId>:<time>:<type>`; a repeat carries the same id. */
  readonly id: string;
  readonly type: 'run.deleted';
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly runId: string;
}

/** What services tell each other. */
export type DomainEvent = TraceEvent | RunEvent;

/** Events of one subject keep their order. */
export function subjectOfEvent(event: DomainEvent): string {
  return `${event.workspaceId}/${'traceId' in event ? event.traceId : event.runId}`;
}

export function isTraceEvent(event: DomainEvent): event is TraceEvent {
  return 'traceId' in event;
}
