import type { Comparison, Filter, PlainFilter, SpanFilter, SpanSearchFilter } from './filter.ts';
import { readWhole } from './read-combined.ts';
import { readComparison, type ReadField } from './read-comparison.ts';
import { SPAN_LEAVES } from './span-leaves.ts';
import { SPAN_SEARCH_LEAVES } from './span-search-leaves.ts';
import { TokenReader } from './token-reader.ts';
import { TraceLeaves } from './trace-leaves.ts';

/**
 * Parses a filter over traces: MLflow's filter_string, extended as docs/filters.md says; undefined for a blank one.
 * Throws Rejected saying what is wrong, with a caret line under the fault.
 */
export function parseFilter(text: string): Filter | undefined {
  return readWhole(new TokenReader(text), new TraceLeaves());
}

/** Parses a condition on a span, as it stands inside `span(…)`; undefined for a blank one. Throws Rejected likewise. */
export function parseSpanFilter(text: string): SpanFilter | undefined {
  return readWhole(new TokenReader(text), SPAN_LEAVES);
}

/** The same with comparisons on the span's trace behind `trace.`. Throws Rejected likewise. */
export function parseSpanSearch(text: string): SpanSearchFilter | undefined {
  return readWhole(new TokenReader(text), SPAN_SEARCH_LEAVES);
}

/** The same grammar over other fields, without spans and literals. */
export function parseFilterOf<Field>(
  text: string,
  readField: ReadField<Field>,
): PlainFilter<Field> | undefined {
  return readWhole<Comparison<Field>>(new TokenReader(text), {
    read: (tokens) => readComparison(tokens, readField),
  });
}
