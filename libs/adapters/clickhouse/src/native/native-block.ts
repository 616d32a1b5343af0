import { ByteBuffer } from './byte-buffer.ts';
import type { Column } from './column.ts';

/** Columns by the name they have in the table. */
export type NativeColumns = Readonly<Record<string, Column>>;

/** Encoded size of the columns, without their names. */
export function columnsByteLength(columns: readonly Column[]): number {
  let size = 0;
  for (const column of columns) size += column.byteLength;
  return size;
}

/**
 * One block in ClickHouse's Native format, as parts to be sent one after the other: big columns are not copied.
 * Source: https://clickhouse.com/docs/interfaces/formats/Native and src/Formats/NativeWriter.cpp.
 */
export function nativeBlock(columns: NativeColumns, rowCount: number): Uint8Array[] {
  const named = Object.entries(columns);
  const parts: Uint8Array[] = [];
  let head = new ByteBuffer();
  head.writeVarint(named.length);
  head.writeVarint(rowCount);
  for (const [name, column] of named) {
    head.writeString(name);
    head.writeString(column.type);
    parts.push(...head.views(), ...column.prefix(), ...column.body());
    head = new ByteBuffer(undefined, 128);
  }
  return mergeSmall(parts);
}

const SMALL_BYTES = 16 * 1024;

/** Joins neighbours that are small, so that a block is a few writes to the socket. */
function mergeSmall(parts: readonly Uint8Array[]): Uint8Array[] {
  const merged: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const flush = () => {
    if (small.length > 0) merged.push(Buffer.concat(small));
    small = [];
  };
  for (const part of parts) {
    if (part.byteLength < SMALL_BYTES) small.push(part);
    else {
      flush();
      merged.push(part);
    }
  }
  flush();
  return merged;
}
