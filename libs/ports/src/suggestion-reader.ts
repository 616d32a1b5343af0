/** What is suggested: the values of a field of spans or traces, or with `keys` the keys of a map. */
export interface SuggestedField {
  readonly of:
    | 'name'
    | 'type'
    | 'model'
    | 'provider'
    | 'service'
    | 'session'
    | 'user'
    | 'attribute'
    | 'tag'
    | 'metadata'
    | 'feedback'
    | 'expectation';
  /** Of `attribute`, `tag` and `metadata`: whose values are asked for; the keys themselves without one. */
  readonly key?: string;
}

export interface SuggestionQuery {
  readonly workspaceId: string;
  readonly experimentIds: readonly number[];
  readonly field: SuggestedField;
  /** In any case; what it begins with. */
  readonly prefix: string;
  readonly fromUnixNano?: bigint;
  readonly toUnixNano?: bigint;
  readonly limit: number;
}

export interface Suggestion {
  readonly value: string;
  /** Rows with it among those looked at. */
  readonly count: number;
}

/** Suggests what to filter by, from a bounded number of the newest rows. Isolates ClickHouse. Errors: Unavailable. */
export abstract class SuggestionReader {
  /** The most frequent first. */
  abstract suggest(query: SuggestionQuery): Promise<Suggestion[]>;
}
