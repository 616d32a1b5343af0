import { describe, expect, it } from 'vitest';
import { SharedRead } from './shared-read.ts';

describe('SharedRead', () => {
  it('answers no question with a reading that began before it', async () => {
    const readings: PromiseWithResolvers<number>[] = [];
    const shared = new SharedRead(() => {
      readings.push(Promise.withResolvers<number>());
      return (readings.at(-1) ?? Promise.withResolvers<number>()).promise;
    });
    const first = shared.get();
    const second = shared.get();
    const third = shared.get();
    expect(readings).toHaveLength(1);
    readings[0]?.resolve(1);
    expect(await first).toBe(1);
    await Promise.resolve();
    expect(readings).toHaveLength(2);
    readings[1]?.resolve(2);
    expect([await second, await third]).toEqual([2, 2]);
    void shared.get();
    expect(readings).toHaveLength(3);
  });

  it('goes on after a failed reading', async () => {
    let count = 0;
    const shared = new SharedRead(async () => {
      if (count++ === 0) throw new Error('no answer');
      return count;
    });
    const [first, second] = [shared.get(), shared.get()];
    await expect(first).rejects.toThrow('no answer');
    expect(await second).toBe(2);
  });
});
