import type { components } from '@millrace/api-client';
import type { JsonValue } from '@millrace/domain';
import type { Camel } from '../connection/camel.ts';

type Schemas = components['schemas'];

/** A trace as lists show it. Times are RFC 3339 or, where the name says so, nanoseconds in decimal; costs US dollars. */
export type TraceSummary = Camel<Schemas['Trace']>;

/** A span without its payloads. */
export type SpanSummary = Camel<Schemas['Span']>;

/** A trace with all its spans, by their start. */
export interface Trace extends TraceSummary {
  readonly spans: readonly SpanSummary[];
}

/** A span with its payloads. */
export interface SpanDetail extends Omit<Camel<Schemas['SpanDetail']>, 'inputs' | 'outputs'> {
  /** As they were traced; a text where they were one. */
  readonly inputs?: JsonValue;
  readonly outputs?: JsonValue;
}

/** What the traces of one conversation come to. */
export type Session = Camel<Schemas['Session']>;

/** A point in time: RFC 3339, milliseconds since the epoch, or a Date. */
export type Time = string | number | Date;

export interface Waiting {
  /** Whether to send what this process has traced, and to wait until all of that can be read. */
  readonly wait?: boolean;
  /** How long at most, milliseconds; 30 seconds when absent. */
  readonly timeoutMs?: number;
}

export interface TimeWindow {
  /** Earliest, inclusive. */
  readonly from?: Time;
  /** Latest, exclusive. */
  readonly to?: Time;
}

export interface TraceSearch extends TimeWindow, Waiting {
  /** As `status = 'ERROR' AND tags.env = 'prod'`: docs/filters.md. */
  readonly filter?: string;
  /** Name of an experiment or `{ id }`; that of the settings unless given, all where they name none. */
  readonly experiment?: string | { readonly id: string };
  /** As `execution_time DESC, tag.env ASC`; the newest first unless given. */
  readonly orderBy?: string;
  /** Whether traces that judges made are listed too. */
  readonly includeJudgeTraces?: boolean;
}

export interface SessionSearch extends TimeWindow, Waiting {
  /** Of their traces. */
  readonly filter?: string;
  readonly experiment?: string | { readonly id: string };
  /** The largest first; `last_activity` unless given. */
  readonly orderBy?: 'last_activity' | 'traces' | 'tokens' | 'cost';
}
