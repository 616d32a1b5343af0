import type { Filter, SpanFilter } from '@millrace/domain';

/** What one row of the figures is about: a trace, a span or a valid assessment of a trace. */
export type AnalyticsView = 'traces' | 'spans' | 'assessments';

/** What a measure is taken of. `rows`: traces, spans or assessments themselves. Times are milliseconds, costs US dollars. */
export type Measured =
  | 'rows'
  | 'traces'
  | 'sessions'
  | 'users'
  | 'errors'
  | 'error_rate'
  | 'latency'
  | 'time_to_first_token'
  | 'span_count'
  /** `all_input` and `all_output` are sums: of what a provider calls prompt and completion tokens. */
  | `tokens.${'input' | 'cache_read' | 'cache_write' | 'output' | 'reasoning' | 'total' | 'all_input' | 'all_output'}`
  | `cost.${'input' | 'cache' | 'output' | 'total' | 'all_input'}`
  | 'value'
  | 'pass_rate';

/** A number is a percentile from 0 to 100, interpolated linearly. Ignored by counts and rates. */
export type Aggregate = 'sum' | 'avg' | 'min' | 'max' | number;

export interface Measure {
  readonly of: Measured;
  readonly aggregate: Aggregate;
}

/** `key` belongs to `tag`, `metadata` and `attribute`; rows without a value for a dimension are left out. */
export interface Dimension {
  readonly of:
    | 'name'
    | 'status'
    | 'type'
    | 'model'
    | 'provider'
    | 'service'
    | 'session'
    | 'user'
    | 'experiment'
    | 'run'
    | 'logged_model'
    | 'prompt_version'
    | 'tag'
    | 'metadata'
    | 'attribute'
    | 'assessment_name'
    | 'assessment_value'
    | 'assessment_source'
    /** The lower bound, in milliseconds, of one of four logarithmic classes for each doubling of the latency. */
    | 'latency_class';
  readonly key?: string;
}

export interface TimeBucket {
  readonly count: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';
  /** IANA name: where days begin. */
  readonly timeZone: string;
}

export interface AnalyticsQuery {
  readonly workspaceId: string;
  readonly experimentIds: readonly number[];
  readonly view: AnalyticsView;
  /** Bounds on the request time of a trace, or the start of a span; inclusive and exclusive. */
  readonly fromUnixNano: bigint;
  readonly toUnixNano: bigint;
  /** Traces that count, or whose spans or assessments do. */
  readonly filter?: Filter;
  /** In the view `spans`: the spans that count. */
  readonly spanFilter?: SpanFilter;
  /** In the view `assessments`: those that count. */
  readonly assessment?: { readonly name?: string; readonly kind?: 'feedback' | 'expectation' | 'issue' };
  /** Traces that judges made are no traffic: they, their spans and their assessments count only if this is true. */
  readonly includesJudgeTraces?: boolean;
  readonly measures: readonly Measure[];
  readonly dimensions: readonly Dimension[];
  readonly bucket?: TimeBucket;
  /** Groups of dimension values, those with the most of the first measure; each with all its time buckets. */
  readonly limit: number;
}

export interface AnalyticsRow {
  /** Milliseconds since the epoch at which the time bucket begins. */
  readonly bucketStart?: number;
  /** In the order of the query. */
  readonly dimensions: readonly (string | number)[];
  /** In the order of the query; undefined when there was nothing to measure. */
  readonly measures: readonly (number | undefined)[];
}

/** Two filters, and the traces that both are asked of. */
export interface FilterPair {
  readonly workspaceId: string;
  readonly experimentIds: readonly number[];
  readonly base?: Filter;
  /** Undefined takes every trace. */
  readonly first: Filter | undefined;
  readonly second: Filter | undefined;
}

/** Traces that two filters take. */
export interface FilterCounts {
  readonly total: number;
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/**
 * Figures over traces. Isolates ClickHouse. Computed from de-duplicated rows, whatever was delivered twice or late.
 * Errors: Unavailable; Rejected (a measure or dimension that the view has not, too much work).
 */
export abstract class TraceAnalytics {
  /** By bucket, then by the first measure from the most down, then by the dimensions. */
  abstract measure(query: AnalyticsQuery): Promise<AnalyticsRow[]>;
  abstract countBoth(pair: FilterPair): Promise<FilterCounts>;
}
