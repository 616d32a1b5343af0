import { expect, it } from 'vitest';
import { WorkspaceSlot, type Slot } from './workspace-slot.ts';

/** Leases of one process, `free` being left by the others. */
function slots(limit: number, free = limit) {
  const asked: number[] = [];
  const slot = new WorkspaceSlot(limit, async (wanted) => {
    asked.push(wanted);
    return Math.min(wanted, free);
  });
  return { slot, asked };
}

function release(taken: readonly Slot[]): void {
  for (const each of taken) if (each.isTaken) each.release();
}

it('asks once for many, and not at all for those who come after a job has ended', async () => {
  const { slot, asked } = slots(50);
  const taken = await Promise.all(Array.from({ length: 20 }, () => slot.take()));
  expect(taken.every(({ isTaken }) => isTaken)).toBe(true);
  expect(asked).toEqual([24]);
  release(taken);
  for (let n = 0; n < 100; n++) release([await slot.take()]);
  expect(asked).toEqual([24]);
});

it('asks again for those who came while it was asked', async () => {
  const { slot, asked } = slots(50);
  const first = Array.from({ length: 10 }, () => slot.take());
  await Promise.resolve();
  const second = Array.from({ length: 20 }, () => slot.take());
  const taken = await Promise.all([...first, ...second]);
  expect(taken.every(({ isTaken }) => isTaken)).toBe(true);
  expect(asked.length).toBeLessThanOrEqual(2);
});

it('never gives more than there are', async () => {
  const { slot } = slots(3);
  const taken = await Promise.all(Array.from({ length: 10 }, () => slot.take()));
  expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(3);
  const first = taken[0];
  if (first?.isTaken) {
    first.release();
    first.release();
  }
  expect((await slot.take()).isTaken).toBe(true);
  expect((await slot.take()).isTaken).toBe(false);
});

it('spreads those who find none over the time that the backlog needs', async () => {
  const { slot } = slots(1);
  await slot.take();
  const waits: number[] = [];
  for (let n = 0; n < 200; n++) {
    const refused = await slot.take();
    if (!refused.isTaken) waits.push(refused.waitMs);
  }
  expect(waits).toHaveLength(200);
  expect(waits[0]).toBeLessThan(1_500);
  // A job is guessed to take a second: 200 of them come back within 100 s.
  expect(Math.max(...waits)).toBeGreaterThan(80_000);
  expect(Math.max(...waits)).toBeLessThan(120_000);
});

it('gives up what it does not need', async () => {
  const { slot } = slots(50);
  const taken = await Promise.all(Array.from({ length: 10 }, () => slot.take()));
  release(taken.slice(2));
  expect(slot.shrink()).toBe(10);
  expect(slot.shrink()).toBe(2);
  release(taken.slice(0, 2));
  slot.shrink();
  expect(slot.shrink()).toBe(0);
  expect(slot.isIdle).toBe(true);
});

it('has none left once its lease was lost', async () => {
  const { slot, asked } = slots(50);
  release([await slot.take()]);
  await slot.keep(Promise.resolve(false));
  expect((await slot.take()).isTaken).toBe(true);
  expect(asked).toHaveLength(2);
});
