import { describe, expect, it } from 'vitest';
import { isDecidedById, isInShare, keepsTrace, type SamplingRule } from './sampling-rule.ts';

const NONE: SamplingRule = { share: 0, keepErrors: false, keepSlowerThanMs: undefined };
const TRACE = { traceId: 'a'.repeat(32), state: 'OK', errorCount: 0, durationNano: 5_000_000_000n } as const;

describe('sampling', () => {
  it.each([
    [
      'random',
      (i: number) => (BigInt(i) * 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834n).toString(16).slice(-32),
    ],
    ['counting', (i: number) => i.toString(16)],
    ['counting at the front', (i: number) => i.toString(16).padStart(8, '0').padEnd(32, '0')],
  ])('keeps its share of %s ids, and more of a larger share', (_, idOf) => {
    const ids = Array.from({ length: 20_000 }, (__, i) => idOf(i).padStart(32, '0'));
    for (const share of [0.01, 0.1, 0.5]) {
      const kept = ids.filter((id) => isInShare(id, share));
      expect(Math.abs(kept.length / ids.length - share)).toBeLessThan(0.015);
      expect(kept.every((id) => isInShare(id, share * 1.5))).toBe(true);
    }
    expect(ids.every((id) => isInShare(id, 1) && !isInShare(id, 0))).toBe(true);
  });

  it('says for good what it says: the hash is part of what is stored', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((digit) => digit.repeat(32));
    expect(ids.map((id) => isInShare(id, 0.5))).toEqual([true, true, false, true, false, true]);
  });

  it('keeps what meets a condition', () => {
    expect(keepsTrace(NONE, TRACE)).toBe(false);
    expect(keepsTrace({ ...NONE, share: 1 }, TRACE)).toBe(true);
    expect(keepsTrace({ ...NONE, keepErrors: true }, TRACE)).toBe(false);
    expect(keepsTrace({ ...NONE, keepErrors: true }, { ...TRACE, errorCount: 1 })).toBe(true);
    expect(keepsTrace({ ...NONE, keepErrors: true }, { ...TRACE, state: 'ERROR' })).toBe(true);
    expect(keepsTrace({ ...NONE, keepSlowerThanMs: 5_000 }, TRACE)).toBe(false);
    expect(keepsTrace({ ...NONE, keepSlowerThanMs: 4_999 }, TRACE)).toBe(true);
  });

  it('is decided by id only without conditions', () => {
    expect(isDecidedById(NONE)).toBe(true);
    expect(isDecidedById({ ...NONE, keepErrors: true })).toBe(false);
    expect(isDecidedById({ ...NONE, keepSlowerThanMs: 0 })).toBe(false);
  });
});
