import { attributeText, type OtlpSpan } from '@millrace/domain';
import type { Draft } from './draft.ts';
import { unquoted } from './plain-text.ts';
import { CONVENTIONS } from './registry.ts';
import { RULES } from './rules.ts';

/** Places in CONVENTIONS of those with such prefixes, as bits. */
const WITH_PREFIXES = CONVENTIONS.reduce(
  (bits, { tags }, index) => (tags?.prefixes ? bits | (1 << index) : bits),
  0,
);

/** Tags that a span sets on its trace by its conventions; undefined when it sets none. */
export function tagsOf(draft: Draft, span: OtlpSpan): ReadonlyMap<string, string> | undefined {
  const tags = new Map<string, string>();
  for (const label of draft.labels ?? []) tags.set(label, 'true');
  if ((draft.conventions & WITH_PREFIXES) !== 0) gatherPrefixed(tags, draft, span);
  return tags.size > 0 ? tags : undefined;
}

function gatherPrefixed(tags: Map<string, string>, draft: Draft, span: OtlpSpan): void {
  const seen = CONVENTIONS.filter((_, index) => (draft.conventions & (1 << index)) !== 0);
  const prefixes = seen.flatMap(({ tags: table }) => table?.prefixes ?? []);
  const hidden = seen.flatMap(({ tags: table }) => table?.hidden ?? []);
  for (const [key, value] of span.attributes) {
    if (value === null || RULES.has(key)) continue;
    for (const prefix of prefixes) {
      if (key.length > prefix.length && key.startsWith(prefix)) {
        const tag = key.slice(prefix.length);
        if (!hidden.some((start) => tag.startsWith(start))) tags.set(tag, unquoted(attributeText(value)));
      }
    }
  }
}
