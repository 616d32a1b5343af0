import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DirectoryLock } from '../segments/directory-lock.ts';
import { SegmentedLog } from '../segments/segmented-log.ts';
import { useTemporaryFolders } from '../testing/temporary-folder.ts';
import { Followers } from './followers.ts';
import { sequenceOf } from './sequence.ts';

const newFolder = useTemporaryFolders();
beforeEach(() => Logger.overrideLogger(false));
afterEach(() => Logger.overrideLogger(['error', 'fatal']));

/** A log in files of about ten records, 3,000 bytes of which are kept for followers. */
async function open(dir: string) {
  const followers = await Followers.open(join(dir, 'followers'), 3_000);
  const lock = await DirectoryLock.take(dir);
  const log = await SegmentedLog.open({
    dir,
    lock,
    atLeast: followers.furthest,
    maxInFlightBytes: 1_000_000,
    segmentBytes: 1_000,
  });
  followers.start(log, () => undefined);
  const append = async (count: number) => {
    for (let n = 0; n < count; n++) await log.append([Buffer.alloc(80, n)]);
  };
  const close = async () => {
    await followers.close();
    await log.close();
  };
  return { followers, log, append, close };
}

const consumer = (onEntries: (count: number, last: bigint) => Promise<void>) => ({
  onAssigned: async () => undefined,
  onRevoked: async () => undefined,
  onEntries: async (_: number, entries: readonly { readonly sequence: bigint }[]) =>
    onEntries(entries.length, entries.at(-1)?.sequence ?? 0n),
});

it('a follower holds what it has not read, over a restart, but only so many bytes of it', async () => {
  const dir = await newFolder();
  const first = await open(dir);
  expect(first.followers.heldFrom).toBe(Infinity);
  await first.append(3);
  const never = Promise.withResolvers<void>();
  await first.followers.follow(
    'dead',
    consumer(() => never.promise),
  );
  await first.append(10);
  expect(first.followers.heldFrom).toBe(3);
  never.resolve();
  await first.close();

  const second = await open(dir);
  expect(second.followers.heldFrom).toBe(3);
  await second.append(200);
  const kept = second.followers.heldFrom;
  expect(kept).toBeGreaterThan(150);
  second.log.release(kept);

  let seen = 0;
  let last = 0n;
  const consumption = await second.followers.follow(
    'dead',
    consumer(async (count, sequence) => {
      seen += count;
      last = sequence;
    }),
  );
  await vi.waitFor(() => expect(last).toBe(sequenceOf(212)), { timeout: 5_000 });
  expect(seen).toBeLessThan(213 - 150);
  await consumption.commit(0, last);
  expect(second.followers.heldFrom).toBe(213);
  expect(await consumption.lag()).toEqual([{ shard: 0, records: 0 }]);
  await second.close();
});
