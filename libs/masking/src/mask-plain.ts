import type { CompiledRule } from './compile-rule.ts';
import type { Match } from './match.ts';

/** Where each rule's deeds are counted. */
export type Note = (rule: CompiledRule) => void;

interface RuleMatch extends Match {
  readonly order: number;
}

/**
 * Replaces what the rules find in the text as it is. All look at the same text; what overlaps becomes one, by the rule that stands first, so
 * nothing that any rule finds is left.
 */
export function maskPlain(text: string, rules: readonly CompiledRule[], note: Note): string {
  const found: RuleMatch[] = [];
  rules.forEach(({ find }, order) => {
    for (const { from, to } of find(text)) found.push({ from, to, order });
  });
  if (found.length === 0) return text;
  const parts: string[] = [];
  let keptFrom = 0;
  for (const { from, to, order } of mergeOverlaps(found)) {
    const rule = rules[order];
    if (!rule) continue;
    note(rule);
    parts.push(text.slice(keptFrom, from), rule.replace(text.slice(from, to)));
    keptFrom = to;
  }
  parts.push(text.slice(keptFrom));
  return parts.join('');
}

function mergeOverlaps(found: RuleMatch[]): RuleMatch[] {
  found.sort((a, b) => a.from - b.from);
  const merged: RuleMatch[] = [];
  for (const match of found) {
    const last = merged.at(-1);
    if (!last || match.from >= last.to) merged.push(match);
    else {
      merged[merged.length - 1] = {
        from: last.from,
        to: Math.max(last.to, match.to),
        order: Math.min(last.order, match.order),
      };
    }
  }
  return merged;
}
