/**
 * What one call said about a trace, one key at a time. Of two entries with one (trace, kind, key) the one with the higher
 * sequence wins, so entries may arrive in any order and any number of times.
 */
export interface TraceEntry {
  readonly kind: TraceEntryKind;
  readonly key: string;
  /** Absent: the key was deleted. */
  readonly value: string | undefined;
  readonly sequence: bigint;
}

/**
 * `tag`, `metadata`: MLflow trace tags and metadata. `info`: fields of start-trace (see TraceInfoKey). `assessment`:
 * JSON by id; `assessment-change`: what was said of one later, a field each (see fold-assessments.ts). `run`, `prompt`: links, key = run id or `name/version`. `deletion`: the trace is gone for good,
 * by a user or by sampling (see trace-parts.ts).
 * `content`: a GenAI event that came as a log record of a span (see SpanContent).
 * `completion`: key = content version of the trace for which `trace.completed` was published.
 */
export type TraceEntryKind =
  | 'tag'
  | 'metadata'
  | 'info'
  | 'assessment'
  | 'assessment-change'
  | 'run'
  | 'prompt'
  | 'deletion'
  | 'content'
  | 'completion';

/**
 * Keys of `info` entries. `experimentId` decimal, `requestTimeMs`, `durationMs` decimal, `state` OK|ERROR|IN_PROGRESS,
 * `clientRequestId`, `requestPreview`, `responsePreview` text.
 */
export type TraceInfoKey =
  | 'experimentId'
  | 'requestTimeMs'
  | 'durationMs'
  | 'state'
  | 'clientRequestId'
  | 'requestPreview'
  | 'responsePreview';
