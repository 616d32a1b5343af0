import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolders } from '../testing/temporary-folder.ts';
import { PositionFile } from './position-file.ts';

describe('PositionFile', () => {
  const newFolder = useTemporaryFolders();

  it('begins at the given position and keeps the highest one', async () => {
    const path = join(await newFolder(), 'group.position');
    const first = await PositionFile.open(path, 7);
    expect(first.position).toBe(7);
    await first.advance(9);
    await first.advance(8);
    expect(first.position).toBe(9);
    await first.close();
    const second = await PositionFile.open(path, 0);
    expect(second.position).toBe(9);
    await second.close();
  });

  it('takes many at a time', async () => {
    const path = join(await newFolder(), 'group.position');
    const file = await PositionFile.open(path, 0);
    await Promise.all(Array.from({ length: 200 }, (_, position) => file.advance(position)));
    expect(file.position).toBe(199);
    await file.close();
    const again = await PositionFile.open(path, 0);
    expect(again.position).toBe(199);
    await again.close();
  });

  it('falls back to the position before when the last write was cut off', async () => {
    const path = join(await newFolder(), 'group.position');
    const file = await PositionFile.open(path, 0);
    await file.advance(1);
    await file.advance(2);
    await file.advance(3);
    await file.close();
    await overwrite(path, 4096 + 10);
    const again = await PositionFile.open(path, 0);
    expect(again.position).toBe(2);
    await again.advance(5);
    await again.close();
    const third = await PositionFile.open(path, 0);
    expect(third.position).toBe(5);
    await third.close();
  });

  it('says what to do when nothing of it is readable', async () => {
    const path = join(await newFolder(), 'group.position');
    await (await PositionFile.open(path, 0)).close();
    await overwrite(path, 10);
    await overwrite(path, 4096 + 10);
    await expect(PositionFile.open(path, 0)).rejects.toThrow(`${path} is damaged: restore it`);
  });
});

async function overwrite(path: string, offset: number): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(Buffer.from([0xaa, 0xbb, 0xcc]), 0, 3, offset);
  await file.close();
}
