import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Unavailable } from '@millrace/domain';
import { DiskRoom, freeBytes } from './disk-room.ts';

describe('DiskRoom', () => {
  it('lets through what leaves the reserve alone', async () => {
    await new DiskRoom(tmpdir(), 1).expect();
    await new DiskRoom('/there/is/no/such/folder', 0).expect();
  });

  it('says how much is free and how much is kept', async () => {
    const free = await freeBytes(tmpdir());
    const refusal = await new DiskRoom(tmpdir(), free * 2).expect().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Unavailable);
    expect(String(refusal)).toMatch(/the disk is full: \d+ MB are free at .*, and the last \d+ MB are kept/);
  });
});
