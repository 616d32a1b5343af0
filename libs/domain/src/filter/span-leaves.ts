import type { Comparison, RelatedSpan, SpanField, SpanRelation } from './filter.ts';
import { readBrackets, type Leaves } from './read-combined.ts';
import { readComparison } from './read-comparison.ts';
import { readSpanField } from './span-fields.ts';
import type { TokenReader } from './token-reader.ts';

const RELATIONS: readonly SpanRelation[] = ['parent', 'ancestor', 'child', 'descendant'];

/** What a condition on one span consists of: comparisons, and conditions on spans related to it. */
export const SPAN_LEAVES: Leaves<Comparison<SpanField> | RelatedSpan> = {
  read(tokens) {
    const start = tokens.peek();
    const relation = takeRelation(tokens);
    if (relation === undefined) return readSpanComparison(tokens);
    const where = tokens.related(start, () => readBrackets(tokens, SPAN_LEAVES));
    return { kind: 'related', relation, where, range: tokens.rangeFrom(start) };
  },
};

/** Reads a comparison on a span, `span.name = 'x'` or without the prefix. */
export function readSpanComparison(tokens: TokenReader): Comparison<SpanField> {
  return readComparison(tokens, ([first = '', ...rest]) =>
    readSpanField(first.toLowerCase() === 'span' && rest.length > 0 ? rest : [first, ...rest]),
  );
}

/** Takes the name before a bracket when it is that of a relation. */
function takeRelation(tokens: TokenReader): SpanRelation | undefined {
  const token = tokens.peek();
  if (token.kind !== 'path' || !tokens.isSymbol('(', 1)) return undefined;
  const name = token.text.toLowerCase();
  const relation = RELATIONS.find((each) => each === name);
  if (relation === undefined) {
    throw tokens.fault(token, `Unknown relation '${token.text}'. There are: ${RELATIONS.join(', ')}.`);
  }
  tokens.take();
  return relation;
}
