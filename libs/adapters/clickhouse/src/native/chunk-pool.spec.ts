import { describe, expect, it } from 'vitest';
import { ByteBuffer } from './byte-buffer.ts';
import { CHUNK_BYTES, ChunkPool } from './chunk-pool.ts';

const text = (buffer: ByteBuffer) => Buffer.concat(buffer.views()).toString('latin1');

describe('ChunkPool', () => {
  it('gives a chunk again, up to its limit, and never one of another size', () => {
    const pool = new ChunkPool(CHUNK_BYTES);
    const [one, two] = [pool.take(), pool.take()];
    pool.give(Buffer.alloc(10));
    pool.give(one);
    pool.give(two);
    expect(pool.take()).toBe(one);
    expect(pool.take()).not.toBe(two);
  });

  it('holds what a buffer wrote until the buffer lets go', () => {
    const pool = new ChunkPool(10 * CHUNK_BYTES);
    const first = new ByteBuffer(pool);
    for (let count = 0; count < 10_000; count += 1) first.writeString('a'.repeat(60));
    const written = text(first);
    const second = new ByteBuffer(pool);
    for (let count = 0; count < 10_000; count += 1) second.writeString('b'.repeat(60));
    expect(text(first)).toBe(written);
    expect(first.length).toBe(610_000);
    first.release();
    const third = new ByteBuffer(pool);
    for (let count = 0; count < 10_000; count += 1) third.writeString('c'.repeat(60));
    expect(text(second)).toBe(written.replaceAll('a', 'b'));
    expect(text(third)).toBe(written.replaceAll('a', 'c'));
  });
});
