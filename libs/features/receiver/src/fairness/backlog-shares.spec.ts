import { expect, it } from 'vitest';
import { BacklogShares } from './backlog-shares.ts';

const MB = 1_000_000;

/** A log that a writer takes so many bytes a second from, and senders who send what they are let. */
function simulate(capacity: number, demands: Readonly<Record<string, number>>, seconds: number) {
  const start = 1_000_000;
  let now = start;
  const shares = new BacklogShares(() => now);
  const sent = Object.fromEntries(Object.keys(demands).map((name) => [name, 0]));
  let arrived = 0;
  const arrivals: [time: number, upTo: number][] = [];
  let stored = 0;
  const lags: number[] = [];
  for (let tick = 1; tick <= seconds * 10; tick++) {
    now += 100;
    for (const [name, perSecond] of Object.entries(demands)) {
      const bytes = perSecond / 10;
      if (shares.waitMs(name) > 0) continue;
      shares.note(name, bytes);
      arrived += bytes;
      sent[name] = (sent[name] ?? 0) + bytes;
    }
    arrivals.push([now, arrived]);
    stored = Math.min(arrived, stored + capacity / 10);
    const isComplete = stored >= arrived;
    const completeTo = isComplete ? now : (arrivals.findLast(([, upTo]) => upTo <= stored)?.[0] ?? start);
    if (tick % 10 !== 0) continue;
    lags.push(now - completeTo);
    shares.weigh({ lagMs: now - completeTo, completeTo });
  }
  return { sent, lags, isSlowing: shares.isSlowing };
}

it('slows who sends more than a share until the queue is short, and never who sends less', () => {
  const { sent, lags } = simulate(10 * MB, { noisy: 30 * MB, quiet: MB }, 120);
  expect(sent['quiet']).toBe(120 * MB);
  // The writer is kept busy.
  expect(sent['noisy']).toBeGreaterThan(0.75 * 9 * MB * 120);
  expect(Math.max(...lags.slice(-60))).toBeLessThan(8_000);
});

it('gives two that are greedy the same', () => {
  const { sent } = simulate(10 * MB, { one: 30 * MB, two: 60 * MB, quiet: MB }, 120);
  const [one = 0, two = 0] = [sent['one'], sent['two']];
  expect(Math.abs(one - two) / one).toBeLessThan(0.4);
  expect(sent['quiet']).toBe(120 * MB);
});

it('leaves alone who is alone, and everybody while the writer keeps up', () => {
  expect(simulate(10 * MB, { noisy: 30 * MB }, 30).sent).toEqual({ noisy: 900 * MB });
  const { sent, isSlowing } = simulate(10 * MB, { noisy: 8 * MB, quiet: MB }, 30);
  expect(sent).toEqual({ noisy: 240 * MB, quiet: 30 * MB });
  expect(isSlowing).toBe(false);
});

it('lets the log gather what comes while nothing is stored at all', () => {
  const { sent } = simulate(0, { noisy: 30 * MB, quiet: MB }, 60);
  expect(sent['noisy']).toBeGreaterThan(1_500 * MB);
});
