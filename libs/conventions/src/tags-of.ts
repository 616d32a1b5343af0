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
  const { prefixes, hidden } = tablesOf(draft.conventions & WITH_PREFIXES);
  for (const [key, value] of span.attributes) {
    for (const prefix of prefixes) {
      if (!key.startsWith(prefix) || key.length === prefix.length || value === null || RULES.has(key))
        continue;
      const tag = key.slice(prefix.length);
      if (!hidden.some((start) => tag.startsWith(start))) tags.set(tag, unquoted(attributeText(value)));
    }
  }
}

interface Prefixes {
  readonly prefixes: readonly string[];
  readonly hidden: readonly string[];
}

/** By the conventions on a span, as bits: few combinations occur. */
const KNOWN_TABLES = new Map<number, Prefixes>();

function tablesOf(bits: number): Prefixes {
  const known = KNOWN_TABLES.get(bits);
  if (known) return known;
  const seen = CONVENTIONS.filter((_, index) => (bits & (1 << index)) !== 0);
  const tables = {
    prefixes: seen.flatMap(({ tags }) => tags?.prefixes ?? []),
    hidden: seen.flatMap(({ tags }) => tags?.hidden ?? []),
  };
  KNOWN_TABLES.set(bits, tables);
  return tables;
}
