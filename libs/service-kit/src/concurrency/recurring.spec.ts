import { Unavailable } from '@millrace/domain';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Recurring } from './recurring.ts';

/** Work that recurs every 10 ms, and what was told of it. */
function recur(work: () => Promise<void>): { recurring: Recurring; told: () => unknown[] } {
  const logger = new Logger();
  const warn = vi.spyOn(logger, 'warn').mockImplementation(() => undefined);
  const recurring = new Recurring({ everyMs: 10, work, logger, complaint: "It can't be done" });
  onTestFinished(() => recurring.stop());
  recurring.start();
  return { recurring, told: () => warn.mock.calls.flat() };
}

it('goes on after a failure and tells of it, and does nothing twice at a time', async () => {
  let [times, atOnce, most] = [0, 0, 0];
  const { told } = recur(async () => {
    most = Math.max(most, ++atOnce);
    await sleep(30);
    atOnce -= 1;
    if (++times === 1) throw new Unavailable('the database is away');
  });
  await vi.waitFor(() => expect(times).toBe(3), 5_000);
  expect(most).toBe(1);
  expect(told()).toEqual(["It can't be done, trying again in 0.01 s: the database is away"]);
});

it('ends with the work under way when it is stopped, and does not wait for work that hangs', async () => {
  let times = 0;
  const { recurring } = recur(async () => {
    await sleep(50);
    times += 1;
  });
  await sleep(25);
  await recurring.stop();
  expect(recurring.isStopped).toBe(true);
  expect(times).toBe(1);
  await sleep(50);
  expect(times).toBe(1);

  const hanging = recur(() => new Promise(() => undefined)).recurring;
  await sleep(25);
  const stopping = performance.now();
  await hanging.stop();
  expect(performance.now() - stopping).toBeLessThan(5_000);
});
