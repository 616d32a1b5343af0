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
  | 'MATCH'
  | 'IN'
  | 'NOT IN'
  | 'IS NULL'
  | 'IS NOT NULL';

export interface Comparison<Field> {
  readonly kind: 'comparison';
  readonly field: Field;
  /** MATCH: the text holds every word of the value, in any order. */
  readonly comparator: Comparator;
  /** Absent for IS [NOT] NULL; a list for IN and NOT IN. */
  readonly value?: string | number | readonly string[];
  readonly range: SourceRange;
}

/** AND, OR or NOT. */
export type Junction<Leaf> =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Combined<Leaf>[] }
  | { readonly kind: 'not'; readonly operand: Combined<Leaf> };

/** Leaves joined by AND, OR and NOT. */
export type Combined<Leaf> = Leaf | Junction<Leaf>;

/** A filter whose leaves are comparisons of `Field` only. */
export type PlainFilter<Field> = Combined<Comparison<Field>>;

/** The left side of a comparison on a trace. `key` is the canonical name of an attribute, or what stands behind the dot. */
export interface TraceField {
  readonly entity: 'trace' | 'tag' | 'metadata' | 'feedback' | 'expectation' | 'issue';
  readonly key: string;
}

/** The left side of a comparison on a span. */
export interface SpanField {
  readonly entity: 'span' | 'span.attribute';
  readonly key: string;
}

/** What another span is to the one in question. */
export type SpanRelation = 'parent' | 'ancestor' | 'child' | 'descendant';

/** There is a span in this relation for which `where` holds. */
export interface RelatedSpan {
  readonly kind: 'related';
  readonly relation: SpanRelation;
  readonly where: SpanFilter;
  readonly range: SourceRange;
}

/** A condition on one span. */
export type SpanFilter = Combined<Comparison<SpanField> | RelatedSpan>;

/** The trace of the span meets the comparison. */
export interface TraceOfSpan {
  readonly kind: 'trace';
  readonly where: Comparison<TraceField>;
  readonly range: SourceRange;
}

/** A condition on a span wherever it is, on what its trace says too. */
export type SpanSearchFilter = Combined<Comparison<SpanField> | RelatedSpan | TraceOfSpan>;

/** The trace has a span for which `where` holds. */
export interface SpanExists {
  readonly kind: 'span';
  readonly where: SpanFilter;
  readonly range: SourceRange;
}

/** A condition on a trace. */
export type Filter = Combined<Comparison<TraceField> | SpanExists>;
