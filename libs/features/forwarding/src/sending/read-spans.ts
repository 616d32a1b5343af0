import type { ForwardingTarget } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { countSpans, restoreAttributes } from '@millrace/otlp';
import { BlobStore, decodeTraceRecord, type BlobClaim, type LogEntry } from '@millrace/ports';

/** Spans of one log record as they were sent: TracesData. */
export interface ForwardedSpans {
  readonly traces: Uint8Array;
  readonly spanCount: number;
}

/**
 * The spans of a log entry if they belong to the experiment, large values put back. A record that can't be read is passed
 * over: the writer puts it to the dead letters. Throws Unavailable when the BlobStore is away.
 */
export async function readSpans(
  entry: LogEntry,
  { workspaceId, experimentId }: Pick<ForwardingTarget, 'workspaceId' | 'experimentId'>,
  blobs: BlobStore,
): Promise<ForwardedSpans | undefined> {
  try {
    const record = decodeTraceRecord(entry.value);
    if (record.kind !== 'spans' || record.workspaceId !== workspaceId || record.experimentId !== experimentId)
      return undefined;
    const traces = record.blobs.length === 0 ? record.otlp : await restored(record.otlp, record.blobs, blobs);
    return { traces, spanCount: countSpans(traces) };
  } catch (error) {
    if (error instanceof Rejected) return undefined;
    throw error;
  }
}

async function restored(
  otlp: Uint8Array,
  claims: readonly BlobClaim[],
  blobs: BlobStore,
): Promise<Uint8Array> {
  const values = new Map<string, Uint8Array>();
  for (const { spanId, attribute, blob } of claims) {
    const value = await blobs.get(blob).catch((error: unknown) => {
      // Removed since: the span goes on without this value.
      if (error instanceof Rejected) return undefined;
      throw error;
    });
    if (value) values.set(`${spanId}/${attribute}`, value);
  }
  return restoreAttributes(otlp, (spanId, attribute) => values.get(`${spanId}/${attribute}`));
}
