import { expect, it } from 'vitest';
import { isInSample, sampleHash } from './sample-hash.ts';

const ids = Array.from({ length: 20_000 }, (_, index) => index.toString(16).padStart(32, '0'));

it('takes its share of ids that count up, and more at a larger rate', () => {
  for (const rate of [0.01, 0.1, 0.5]) {
    const taken = ids.filter((id) => isInSample(sampleHash('', id), rate));
    expect(Math.abs(taken.length / ids.length - rate)).toBeLessThan(0.015);
    expect(taken.every((id) => isInSample(sampleHash('', id), rate * 1.5))).toBe(true);
  }
  expect(ids.every((id) => isInSample(sampleHash('', id), 1))).toBe(true);
});

it('takes others with another seed, and always the same ones with one', () => {
  const sampleOf = (seed: string): string[] => ids.filter((id) => isInSample(sampleHash(seed, id), 0.1));
  const first = sampleOf('a');
  const second = new Set(sampleOf('b'));
  expect(sampleOf('a')).toEqual(first);
  expect(first.filter((id) => second.has(id)).length / ids.length).toBeLessThan(0.02);
  expect(sampleHash('', 'a'.repeat(32))).toBe(163_206_467_891_065);
});
