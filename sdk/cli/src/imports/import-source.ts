/** Spans of one resource, as in OTLP's JSON. What it holds is for Millrace to read. */
export interface ResourceSpans {
  readonly resource?: { readonly attributes?: readonly KeyValue[] };
  readonly scopeSpans?: readonly ScopeSpans[];
}

export interface ScopeSpans {
  readonly scope?: unknown;
  readonly spans?: readonly object[];
}

export interface KeyValue {
  readonly key: string;
  readonly value: AnyValue;
}

export type AnyValue =
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly intValue: string }
  | { readonly doubleValue: number }
  | { readonly arrayValue: { readonly values: readonly AnyValue[] } };

/** What MLflow's start-trace says of a trace beside its spans. Assessments have ids, so that telling them twice makes none twice. */
export interface TraceInfo {
  readonly trace_id: string;
  readonly [field: string]: unknown;
}

/** What is sent together: all that is known of a trace, or a piece of a file. */
export interface ImportedItem {
  readonly spans: readonly ResourceSpans[];
  readonly info?: TraceInfo | undefined;
  /** Id in Millrace of the experiment it goes to; absent: the one that was asked for. */
  readonly experimentId?: string;
  /** Where to go on after it. */
  readonly cursor: string;
}

/** Where the traces of an experiment go. */
export interface ExperimentPair {
  /** Id where it is imported from. */
  readonly from: string;
  /** Id in Millrace. */
  readonly to: string;
}

/** Something that can't be brought over, and why. */
export interface Refusal {
  readonly what: string;
  readonly why: string;
}

export interface ImportSource {
  /** What the progress counts: `bytes`, `traces`. */
  readonly unit: string;
  /** Of the progress; undefined while nobody knows. */
  readonly total: () => number | undefined;
  readonly done: () => number;
  /** In an order that stays, from after a cursor on. */
  items(cursor: string | undefined): AsyncIterable<ImportedItem | Refusal>;
}

export function isRefusal(item: ImportedItem | Refusal): item is Refusal {
  return 'why' in item;
}
