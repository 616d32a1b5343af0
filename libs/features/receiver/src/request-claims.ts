import type { TraceChunk } from '@millrace/otlp';
import type { BlobClaim, BlobStore, TraceRecordHeader } from '@millrace/ports';
import { mapBounded } from '@millrace/service-kit';
import { createHash } from 'node:crypto';

const PARALLEL_PUTS = 8;

/**
 * The large values of one request. The same value of the same trace is one blob, and so is the same value of any resource of an
 * experiment: sending again, or many traces of one resource, costs nothing.
 */
export class RequestClaims {
  private readonly digests = new Map<Uint8Array, string>();
  private readonly blobs = new Map<string, Uint8Array>();

  /** Notes what is to be stored for a chunk and returns how its record refers to it. */
  collect({ workspaceId, experimentId, traceId }: TraceRecordHeader, chunk: TraceChunk): BlobClaim[] {
    const place = `${workspaceId}/${experimentId}`;
    return [
      ...chunk.claims.map(({ spanId, attribute, value }) => ({
        spanId,
        attribute,
        ...this.refer(`${place}/${traceId}`, value),
      })),
      ...chunk.resourceClaims.map(({ attribute, value }) => ({
        spanId: '',
        attribute,
        ...this.refer(`${place}/resource`, value),
      })),
    ];
  }

  /** Everything collected is durable on return. Throws Unavailable. */
  async store(store: BlobStore): Promise<void> {
    await mapBounded([...this.blobs], PARALLEL_PUTS, ([blob, value]) => store.put(blob, value));
  }

  private refer(folder: string, value: Uint8Array): Pick<BlobClaim, 'blob' | 'bytes'> {
    const digest = this.digests.get(value) ?? createHash('sha256').update(value).digest('hex');
    this.digests.set(value, digest);
    const blob = `${folder}/${digest}`;
    this.blobs.set(blob, value);
    return { blob, bytes: value.byteLength };
  }
}
