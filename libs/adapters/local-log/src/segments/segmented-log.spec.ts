import { copyFile, open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable } from '@millrace/domain';
import { Logger } from '@nestjs/common';
import { describe, expect, it, vi } from 'vitest';
import { LimitedDisk } from '../testing/limited-disk.ts';
import { useTemporaryFolders } from '../testing/temporary-folder.ts';
import { DirectoryLock } from './directory-lock.ts';
import { FRAME_HEADER_BYTES, SEGMENT_HEADER_BYTES } from './segment-format.ts';
import { SegmentedLog, type SegmentedLogOptions } from './segmented-log.ts';

const SEGMENT_BYTES = 64 * 1024;

// What it says about damage and gaps is asserted where it throws.
Logger.overrideLogger(false);

describe('SegmentedLog', () => {
  const newFolder = useTemporaryFolders();

  it('numbers values in order over many segments and restarts', async () => {
    const dir = await newFolder();
    for (let round = 0; round < 3; round++) {
      const log = await openLog(dir);
      for (let index = 0; index < 40; index++) {
        expect(await log.append([value(round * 40 + index, 5_000)])).toBe(round * 40 + index);
      }
      await log.close();
    }
    const log = await openLog(dir);
    expect(log.end).toBe(120);
    expect(await readAll(log, 0)).toEqual(numbers(0, 120));
    expect(await readAll(log, 77)).toEqual(numbers(77, 120));
    expect((await segmentsIn(dir)).length).toBeGreaterThan(8);
    await log.close();
  });

  it('cuts off a write that a crash left unfinished, at any byte', async () => {
    const dir = await newFolder();
    const log = await openLog(dir);
    await log.append([value(0, 300), value(1, 20)]);
    await log.append([value(2, 30)]);
    await log.close();
    const path = await onlySegment(dir);
    const whole = await readFile(path);
    const lastStart = whole.length - FRAME_HEADER_BYTES - 30;
    for (let cut = lastStart; cut < whole.length; cut++) {
      await writeFile(path, whole.subarray(0, cut));
      const again = await openLog(dir);
      expect(again.end).toBe(2);
      expect(await again.append([value(2, 10)])).toBe(2);
      expect(await readAll(again, 0)).toEqual([0, 1, 2]);
      await again.close();
    }
  });

  it('drops the sound rest of an unfinished write whose beginning did not reach the disk', async () => {
    const dir = await newFolder();
    const log = await openLog(dir);
    await log.append([value(0, 300)]);
    await log.append([value(1, 300), value(2, 300)]);
    await log.close();
    await damage(await onlySegment(dir), SEGMENT_HEADER_BYTES + FRAME_HEADER_BYTES + 300 + 50);
    const again = await openLog(dir);
    expect(again.end).toBe(1);
    await again.append([value(1, 300)]);
    await again.close();
    const third = await openLog(dir);
    expect(await readAll(third, 0)).toEqual([0, 1]);
    await third.close();
  });

  it.each([0, 2, 4, 8, 14, 30])(
    'refuses damage to acknowledged records (byte %d of one), naming file and place',
    async (byte) => {
      const dir = await newFolder();
      const log = await openLog(dir);
      for (let index = 0; index < 3; index++) await log.append([value(index, 300)]);
      await log.close();
      const path = await onlySegment(dir);
      const offset = SEGMENT_HEADER_BYTES + FRAME_HEADER_BYTES + 300;
      await damage(path, offset + byte);
      await expect(openLog(dir)).rejects.toThrow(`${path} is damaged at byte ${offset}`);
      await expect(openLog(dir)).rejects.toThrow(`truncate -s ${offset}`);
      await truncate(path, offset);
      const rescued = await openLog(dir);
      expect(await readAll(rescued, 0)).toEqual([0]);
      await rescued.close();
    },
  );

  it('stops reading at damage in an older file, and goes on after the file was shortened', async () => {
    const dir = await newFolder();
    const log = await openLog(dir);
    for (let index = 0; index < 30; index++) await log.append([value(index, 5_000)]);
    await log.close();
    const [oldest = ''] = await segmentsIn(dir);
    const offset = SEGMENT_HEADER_BYTES + 3 * (FRAME_HEADER_BYTES + 5_000);
    await damage(join(dir, oldest), offset + 100);
    const reading = await openLog(dir);
    await expect(readAll(reading, 0)).rejects.toThrow(`damaged at byte ${offset}`);
    await reading.close();
    await truncate(join(dir, oldest), offset);
    const shortened = await openLog(dir);
    const read = await readAll(shortened, 0);
    expect(read.slice(0, 4)).toEqual([0, 1, 2, 13]);
    expect(read.at(-1)).toBe(29);
    await shortened.close();
  });

  it('removes a segment whose creation was cut short', async () => {
    const dir = await newFolder();
    const log = await openLog(dir);
    await log.append([value(0, 10)]);
    await log.close();
    await writeFile(join(dir, '000000000000001.segment'), 'MRS');
    const again = await openLog(dir);
    expect(await again.append([value(1, 10)])).toBe(1);
    expect(await readAll(again, 0)).toEqual([0, 1]);
    await again.close();
  });

  it('uses consumed files again and never takes their old records for new ones', async () => {
    const dir = await newFolder();
    const log = await openLog(dir);
    for (let index = 0; index < 200; index++) {
      await log.append([value(index, 5_000)]);
      log.release(index);
    }
    await vi.waitFor(async () => expect((await segmentsIn(dir)).length).toBeLessThanOrEqual(2));
    expect((await readdir(dir)).length).toBeLessThan(10);
    // A file may get another name while it is copied: then the copy begins anew.
    const crashed = await vi.waitFor(async () => {
      const copy = await newFolder();
      for (const name of await readdir(dir)) await copyFile(join(dir, name), join(copy, name));
      return copy;
    });
    await log.close();
    const again = await openLog(crashed);
    expect(again.end).toBe(200);
    expect((await stat(join(crashed, (await segmentsIn(crashed)).at(-1) ?? ''))).size).toBe(SEGMENT_BYTES);
    expect(await again.append([value(200, 5_000)])).toBe(200);
    expect(await readAll(again, 199)).toEqual([199, 200]);
    await again.close();
  });

  it('goes on above the position of a consumer that knows of more records', async () => {
    const dir = await newFolder();
    const log = await openLog(dir);
    await log.append([value(0, 10)]);
    await log.close();
    const ahead = await openLog(dir, { atLeast: 50 });
    expect(await ahead.append([value(50, 10)])).toBe(50);
    expect(await readAll(ahead, 0)).toEqual([0, 50]);
    await ahead.close();
  });

  it('is Unavailable when the disk is full, acknowledges nothing by half, and works again when there is room', async () => {
    const dir = await newFolder();
    const files = new LimitedDisk(10_000);
    const log = await openLog(dir, { files });
    await log.append([value(0, 4_000)]);
    const refused = log.append([value(1, 4_000), value(2, 4_000)]);
    await expect(refused).rejects.toThrow(Unavailable);
    await expect(refused).rejects.toThrow(/disk is full/);
    expect(log.failure).toBeInstanceOf(Unavailable);
    await expect(log.append([value(1, 4_000)])).rejects.toThrow(Unavailable);
    files.freeBytes = 1_000_000;
    expect(await log.append([value(1, 4_000)])).toBe(1);
    expect(log.failure).toBeUndefined();
    expect(await readAll(log, 0)).toEqual([0, 1]);
    await log.close();
    const again = await openLog(dir);
    expect(await readAll(again, 0)).toEqual([0, 1]);
    await again.close();
  });

  it('is refused to a second opener with a sentence', async () => {
    const dir = await newFolder();
    const log = await openLog(dir);
    await expect(openLog(dir)).rejects.toThrow(`${dir} is in use by another Millrace process`);
    await log.close();
    await (await openLog(dir)).close();
  });

  it('says what to do about a folder that can not be written to', async () => {
    const dir = await newFolder();
    await writeFile(join(dir, 'file'), '');
    await expect(openLog(join(dir, 'file', 'log'))).rejects.toThrow(/can't be written to .* write access/);
  });
});

async function openLog(dir: string, options: Partial<SegmentedLogOptions> = {}): Promise<SegmentedLog> {
  const lock = await DirectoryLock.take(dir);
  try {
    const log = {
      dir,
      lock,
      atLeast: 0,
      maxInFlightBytes: 1_000_000,
      segmentBytes: SEGMENT_BYTES,
      ...options,
    };
    return await SegmentedLog.open(log);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Numbers of all records from `from` on; fails when one has other bytes than `value` gave it. */
async function readAll(log: SegmentedLog, from: number): Promise<number[]> {
  const cursor = log.cursor(from);
  const read: number[] = [];
  try {
    for (let records = await cursor.read(); records.length > 0; records = await cursor.read()) {
      for (const record of records) {
        expect(record.value.equals(value(record.number, record.value.length))).toBe(true);
        read.push(record.number);
      }
    }
    return read;
  } finally {
    await cursor.close();
  }
}

function value(number: number, bytes: number): Buffer {
  return Buffer.alloc(bytes, `${number};`);
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

async function segmentsIn(dir: string): Promise<string[]> {
  return (await readdir(dir)).filter((name) => name.endsWith('.segment')).sort();
}

async function onlySegment(dir: string): Promise<string> {
  const names = await segmentsIn(dir);
  expect(names).toHaveLength(1);
  return join(dir, names[0] ?? '');
}

async function damage(path: string, offset: number): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, offset);
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 0x5a]), 0, 1, offset);
  await file.close();
}
