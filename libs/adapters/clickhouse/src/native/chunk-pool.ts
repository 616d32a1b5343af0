/** Size of a pooled chunk: few writes to the socket, little waste at its end. */
export const CHUNK_BYTES = 256 * 1024;

/**
 * Chunks of memory that are used again by the next batch. Fresh memory costs twice: the system clears each page at its first
 * touch, and large allocations outside the heap make the garbage collector run.
 */
export class ChunkPool {
  private readonly free: Buffer[] = [];

  constructor(private readonly keptBytes: number) {}

  take(): Buffer {
    return this.free.pop() ?? Buffer.allocUnsafeSlow(CHUNK_BYTES);
  }

  /** The caller must not touch the chunk any more. Chunks of another size, and any beyond the limit, are let go. */
  give(chunk: Buffer): void {
    if (chunk.length === CHUNK_BYTES && this.free.length * CHUNK_BYTES < this.keptBytes)
      this.free.push(chunk);
  }
}
