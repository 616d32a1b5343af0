import type { AttributeMap, AttributeValue } from '@millrace/domain';
import type { Masker } from './masker.ts';
import { MaskingTally } from './masker.ts';
import type { MaskingCounts } from './masking-rule.ts';

/** How many values of a span were masked, those of its resource and scope included. */
export const MASKING_COUNT = 'millrace.masking.count';
/** By which rules, as JSON: `{"email":2}`. */
export const MASKING_RULES = 'millrace.masking.rules';

/** Masks the spans of a request as `rewriteTraces` of @millrace/otlp goes through them, and counts on each what was masked. */
export class TraceMasking {
  /** What was masked, each resource and scope once. */
  readonly total = new MaskingTally();
  private resource = new MaskingTally(this.total);
  private scope = new MaskingTally(this.total);
  private current = this.resource;

  constructor(private readonly masker: Masker) {}

  beginResource(): void {
    this.current = this.resource = new MaskingTally(this.total);
    this.scope = new MaskingTally(this.total);
  }

  beginScope(): void {
    this.current = this.scope = new MaskingTally(this.total);
  }

  beginSpan(): void {
    this.current = new MaskingTally(this.total);
  }

  /** What is told of the span that was gone through last. */
  endSpan(): AttributeMap {
    const marks = new MaskingTally();
    for (const { counts } of [this.resource, this.scope, this.current]) marks.add(counts);
    return marksOf(marks);
  }

  /** Undefined leaves the attribute out: marks are told by us alone. */
  attribute(key: string, value: AttributeValue): readonly [key: string, value: AttributeValue] | undefined {
    if (key === MASKING_COUNT || key === MASKING_RULES) return undefined;
    return [this.masker.name(key, this.current), this.masker.value(key, value, this.current)];
  }

  name(name: string): string {
    return this.masker.name(name, this.current);
  }

  text(text: string): string {
    return this.masker.text(text, this.current);
  }
}

/** None where nothing was masked. */
function marksOf(tally: MaskingTally): AttributeMap {
  if (tally.counts.size === 0) return new Map();
  return new Map<string, AttributeValue>([
    [MASKING_COUNT, BigInt(tally.total)],
    [
      MASKING_RULES,
      JSON.stringify(Object.fromEntries([...tally.counts].sort(([a], [b]) => (a < b ? -1 : 1)))),
    ],
  ]);
}

/** What MASKING_RULES says; nothing for a text that is none of ours. */
export function parseMarks(text: string): MaskingCounts {
  const counts = new Map<string, number>();
  try {
    for (const [name, times] of Object.entries(JSON.parse(text) as object))
      if (Number.isSafeInteger(times) && times > 0) counts.set(name, times as number);
  } catch {
    return new Map();
  }
  return counts;
}
