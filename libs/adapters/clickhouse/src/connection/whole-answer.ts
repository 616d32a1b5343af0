import { Transform, type Readable, type TransformCallback } from 'node:stream';
import type { ClickHouseSettings } from '@clickhouse/client';
import { Unavailable } from '@millrace/domain';

const RETRY_AFTER_MS = 2000;
const MEMORY_BYTES = 8 * 1024 * 1024;
const LOST =
  'ClickHouse lost a part of its answer: its disk is nearly full, through which large answers go. Free some space.';

/**
 * The engine keeps an answer until it is whole, so that a fault is told by status and never within rows: up to so many bytes in
 * memory, what is beyond in a file. Where its disk has no room (26.7) what is beyond is silently missing from a 200.
 */
export const WHOLE_ANSWER = {
  wait_end_of_query: 1,
  buffer_size: String(MEMORY_BYTES),
} as const satisfies ClickHouseSettings;

/** Throws Unavailable for an answer of fewer rows than the query had. A proxy may have dropped the header that tells. */
export function expectRows(received: number, headers: Readonly<Record<string, unknown>>): void {
  const summary = headers['x-clickhouse-summary'];
  if (typeof summary !== 'string') return;
  const { result_rows: rows } = JSON.parse(summary) as { readonly result_rows?: string };
  if (rows !== undefined && received < Number(rows)) throw new Unavailable(LOST, RETRY_AFTER_MS);
}

/** The same bytes; fails with Unavailable at the end of an answer that is cut off where the engine's memory for it ends. */
export function expectWholeStream(answer: Readable): Readable {
  const counted = answer.pipe(new CutOffWatch());
  answer.once('error', (error) => counted.destroy(error));
  counted.once('close', () => answer.destroy());
  return counted;
}

/** An answer that is just as long by chance is refused as well, once in eight million times. */
class CutOffWatch extends Transform {
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    done(this.bytes === MEMORY_BYTES ? new Unavailable(LOST, RETRY_AFTER_MS) : null);
  }
}
