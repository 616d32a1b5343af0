import type { SpanFacts } from './span-facts.ts';

/** Walks up the parents as far as they are there; a cycle among them ends the walk. */
export function hasAncestor(
  span: SpanFacts,
  spans: ReadonlyMap<string, SpanFacts>,
  isMeant: (ancestor: SpanFacts) => boolean,
): boolean {
  const seen = new Set([span.spanId]);
  let parentId = span.parentSpanId;
  while (parentId !== undefined && !seen.has(parentId)) {
    seen.add(parentId);
    const parent = spans.get(parentId);
    if (!parent) return false;
    if (isMeant(parent)) return true;
    parentId = parent.parentSpanId;
  }
  return false;
}
