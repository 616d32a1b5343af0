import { expect, it } from 'vitest';
import { BacklogGate } from './backlog-gate.ts';

const REQUEST_BYTES = 100_000;

/** A gate in front of a queue that one workspace has filled, and another has a little in. */
function fullQueue(): { gate: BacklogGate; weigh: (isComplete: boolean) => void } {
  const gate = new BacklogGate();
  const begin = performance.now();
  const send = (workspaceId: string, requests: number): void => {
    for (let request = 0; request < requests; request++) gate.note(workspaceId, REQUEST_BYTES);
  };
  send('noisy', 400);
  send('quiet', 10);
  const weigh = (isComplete: boolean): void => gate.weigh(isComplete ? 0 : performance.now() - begin + 1);
  // The second time the bound is known that the first has found.
  weigh(false);
  send('noisy', 400);
  weigh(false);
  return { gate, weigh };
}

it('lets in who has little in the queue, and the others in their order once there is room', async () => {
  const { gate, weigh } = fullQueue();
  expect(gate.isSlowing).toBe(true);
  expect(await gate.enter('quiet', false)).toBeTypeOf('function');
  expect(await gate.enter('new', false)).toBeTypeOf('function');
  const came: number[] = [];
  const waiting = [1, 2].map(async (number) => {
    expect(await gate.enter('noisy', false)).toBeTypeOf('function');
    came.push(number);
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(came).toEqual([]);
  weigh(true);
  await Promise.all(waiting);
  expect(came).toEqual([1, 2]);
  expect(gate.isSlowing).toBe(false);
});

it('says after a second when to come again, and never refuses what was promised', async () => {
  const { gate } = fullQueue();
  expect(await gate.enter('noisy', false)).toBeUndefined();
  expect(gate.retryAfterMs).toBe(3_000);
  expect(await gate.enter('noisy', true)).toBeTypeOf('function');
});
