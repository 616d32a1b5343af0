import { Unavailable } from '@millrace/domain';
import { expect, it } from 'vitest';
import { TransferMemory } from './transfer-memory.ts';

it('lets transfers in while they fit, the others in turn', async () => {
  const memory = new TransferMemory(10, 1000, 0);
  const begun: number[] = [];
  const begin = async (bytes: number) => {
    const release = await memory.reserve(bytes);
    begun.push(bytes);
    return release;
  };
  const first = await begin(6);
  const rest = [begin(5), begin(4), begin(3)];
  await Promise.resolve();
  expect(begun).toEqual([6]);
  first();
  first();
  const [five, four] = await Promise.all(rest.slice(0, 2));
  expect(begun).toEqual([6, 5, 4]);
  four?.();
  await rest[2];
  expect(begun).toEqual([6, 5, 4, 3]);
  five?.();
});

it('lets in alone what never fits', async () => {
  const memory = new TransferMemory(10, 1000, 0);
  const release = await memory.reserve(99);
  const small = memory.reserve(1);
  release();
  await small;
});

it('is Unavailable when it takes too long, and goes on with those behind', async () => {
  const memory = new TransferMemory(10, 20, 0);
  const release = await memory.reserve(8);
  const large = memory.reserve(9);
  await expect(large).rejects.toThrow(Unavailable);
  await memory.reserve(2);
  release();
  await memory.reserve(8);
});

it('keeps small ones from waiting', async () => {
  const memory = new TransferMemory(10, 1000, 2);
  await memory.reserve(10);
  await memory.reserve(2);
});
