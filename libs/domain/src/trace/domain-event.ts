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
  /** When it was found to be so, milliseconds since the epoch; unknown of events of earlier releases. */
  readonly at?: number | undefined;
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

/** An alert rule began or ceased to hold, for all it watches or for one group of it. */
export interface AlertEvent {
  /** `<rule>:<number of the change>:<type>`; a repeat carries the same id. */
  readonly id: string;
  readonly type: 'alert.fired' | 'alert.resolved';
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly ruleId: string;
  readonly ruleName: string;
  /** As the rule spells it: `latency.p95`. */
  readonly measure: string;
  /** `error_rate above 0.2 over 5m`. */
  readonly condition: string;
  /** Of the group, as `model = gpt-4.1`; absent: all that the rule watches. */
  readonly group?: { readonly dimension: string; readonly value: string } | undefined;
  /** Absent when there was too little to measure, which ends an alert too. */
  readonly value?: number | undefined;
  /** What it was compared with; absent for a threshold. */
  readonly baseline?: number | undefined;
  /** Traces, spans or assessments that were measured. */
  readonly count: number;
  /** Bounds of the time that was measured, milliseconds since the epoch; the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Who is told; absent: every webhook of the workspace that asks for it. */
  readonly webhookIds?: readonly string[] | undefined;
}

/** A file with spans of a trace was stored: they go into the log. */
export interface SpansFileEvent {
  /** `<traceId>:<upload>:<type>`; a repeat carries the same id. */
  readonly id: string;
  readonly type: 'spans.uploaded';
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly traceId: string;
  /** Of the artifact. */
  readonly path: string;
}

/** What services tell each other. */
export type DomainEvent = TraceEvent | RunEvent | AlertEvent | SpansFileEvent;

/** Events of one subject keep their order. */
export function subjectOfEvent(event: DomainEvent): string {
  return `${event.workspaceId}/${idOfSubject(event)}`;
}

function idOfSubject(event: DomainEvent): string {
  if ('traceId' in event) return event.traceId;
  return 'ruleId' in event ? event.ruleId : event.runId;
}

export function isTraceEvent(event: DomainEvent): event is TraceEvent {
  return event.type === 'trace.completed' || event.type === 'trace.reopened';
}

export function isAlertEvent(event: DomainEvent): event is AlertEvent {
  return 'ruleId' in event;
}
