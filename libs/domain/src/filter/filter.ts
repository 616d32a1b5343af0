/** Where in the filter text a node stands, as half-open character offsets. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

export type Comparator =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'LIKE'
  | 'ILIKE'
  | 'RLIKE'
  | 'IN'
  | 'NOT IN'
  | 'IS NULL'
  | 'IS NOT NULL';

/** The left side of a comparison. `key` is given for tag, metadata, span attribute, feedback and expectation. */
export interface FilterField {
  readonly entity:
    'trace' | 'tag' | 'metadata' | 'span' | 'span.attribute' | 'feedback' | 'expectation' | 'issue';
  /** For `trace` and `span` the canonical attribute name, e.g. `timestamp`, `name`, `status`. */
  readonly key: string;
}

export interface Comparison<Field = FilterField> {
  readonly kind: 'comparison';
  readonly field: Field;
  readonly comparator: Comparator;
  /** Absent for IS [NOT] NULL; a list for IN and NOT IN. */
  readonly value?: string | number | readonly string[];
  readonly range: SourceRange;
}

/** A filter over traces, or over what `Field` names. Several `span` comparisons inside one `and` hold on the same span. */
export type Filter<Field = FilterField> =
  | Comparison<Field>
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Filter<Field>[] }
  | { readonly kind: 'not'; readonly operand: Filter<Field> };
