import { access, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncDirectory } from './log-files.ts';

/** Slots lie in disk blocks of their own, so a write cut off by a power failure leaves the other slot whole. */
const SLOT_SPACING = 4096;
const SLOT_BYTES = 20;

/**
 * How far a consumer has come, kept in a file of fixed size: it is overwritten in place, so commits go on when the disk is
 * full and the log can then free segments. Layout of each of the two slots: CRC32 of the rest, change count (float64 LE),
 * position (float64 LE); the valid slot with the higher count holds.
 */
export class PositionFile {
  private writing: Promise<void> | undefined;
  private target: number;

  private constructor(
    private readonly file: FileHandle,
    private durable: number,
    private changes: number,
  ) {
    this.target = durable;
  }

  /** Opens the file, or creates it with `initial`. */
  static async open(path: string, initial: number): Promise<PositionFile> {
    if (!(await exists(path))) await createPositionFile(path, initial);
    const file = await open(path, 'r+');
    const bytes = Buffer.alloc(SLOT_SPACING + SLOT_BYTES);
    await file.read(bytes, 0, bytes.length, 0);
    const slots = [decodeSlot(bytes, 0), decodeSlot(bytes, SLOT_SPACING)].filter(
      (slot) => slot !== undefined,
    );
    const latest = slots.sort((a, b) => b.changes - a.changes)[0];
    if (latest === undefined) {
      await file.close();
      throw new Error(
        `${path} is damaged: restore it from a copy, or remove it to have everything delivered again`,
      );
    }
    return new PositionFile(file, latest.position, latest.changes);
  }

  get position(): number {
    return this.durable;
  }

  /** Durable on return; a position behind the present one changes nothing. Calls that meet share one sync. */
  async advance(position: number): Promise<void> {
    this.target = Math.max(this.target, position);
    while (this.durable < position) {
      this.writing ??= this.write().finally(() => (this.writing = undefined));
      await this.writing;
    }
  }

  async close(): Promise<void> {
    await this.writing?.catch(() => undefined);
    await this.file.close();
  }

  private async write(): Promise<void> {
    const position = this.target;
    const changes = this.changes + 1;
    await this.file.write(encodeSlot(changes, position), 0, SLOT_BYTES, (changes % 2) * SLOT_SPACING);
    await this.file.datasync();
    this.changes = changes;
    this.durable = position;
  }
}

async function createPositionFile(path: string, position: number): Promise<void> {
  const bytes = Buffer.alloc(2 * SLOT_SPACING);
  encodeSlot(0, position).copy(bytes);
  const file = await open(`${path}.new`, 'w', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncDirectory(dirname(path));
}

function encodeSlot(changes: number, position: number): Buffer {
  const slot = Buffer.alloc(SLOT_BYTES);
  slot.writeDoubleLE(changes, 4);
  slot.writeDoubleLE(position, 12);
  slot.writeUInt32LE(crc32(slot.subarray(4)), 0);
  return slot;
}

function decodeSlot(bytes: Buffer, at: number): { changes: number; position: number } | undefined {
  const slot = bytes.subarray(at, at + SLOT_BYTES);
  if (slot.length < SLOT_BYTES || crc32(slot.subarray(4)) !== slot.readUInt32LE(0)) return undefined;
  return { changes: slot.readDoubleLE(4), position: slot.readDoubleLE(12) };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
