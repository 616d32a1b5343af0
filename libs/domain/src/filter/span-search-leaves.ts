import type { Comparison, RelatedSpan, SpanField, TraceOfSpan } from './filter.ts';
import type { Leaves } from './read-combined.ts';
import { readComparison } from './read-comparison.ts';
import { SPAN_LEAVES } from './span-leaves.ts';
import { readTraceField } from './trace-fields.ts';

/** What a condition on spans of many traces consists of: that of one span, and `trace.…` comparisons on its trace. */
export const SPAN_SEARCH_LEAVES: Leaves<Comparison<SpanField> | RelatedSpan | TraceOfSpan> = {
  read(tokens) {
    const start = tokens.peek();
    const segments = start.kind === 'path' ? start.segments : [];
    if (segments.length < 2 || segments[0]?.toLowerCase() !== 'trace') return SPAN_LEAVES.read(tokens);
    const where = readComparison(tokens, ([, ...rest]) => readTraceField(rest));
    return { kind: 'trace', where, range: where.range };
  },
};
