import { describe, expect, it } from 'vitest';
import { shardOf } from './shard-of.ts';

describe('shardOf', () => {
  // Hashes from UtilsTest.testMurmur2 of Apache Kafka.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('agrees with Kafka on %s', (key, hash) => {
    expect(shardOf(key, 2 ** 31 - 1)).toBe((hash & 0x7fffffff) % (2 ** 31 - 1));
    expect(shardOf(key, 8)).toBe((hash & 0x7fffffff) % 8);
  });

  it('spreads traces evenly', () => {
    const counts = Array.from({ length: 8 }, () => 0);
    for (let n = 0; n < 8_000; n++) {
      const shard = shardOf(`default/${n.toString(16).padStart(32, '0')}`, 8);
      counts[shard] = (counts[shard] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
