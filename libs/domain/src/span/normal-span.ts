import type { OtlpSpan } from './otlp-span.ts';
import type { SpanMeaning } from './span-meaning.ts';

/** A value too large for a row, kept in the BlobStore. */
export interface BlobReference {
  /** Key in the BlobStore. The blob holds the OTLP AnyValue bytes of the attribute. */
  readonly blob: string;
  /** Size of the blob in bytes. */
  readonly bytes: number;
}

/** A span in normal form: what was sent, what it means, where it belongs. */
export interface NormalSpan {
  readonly workspaceId: string;
  readonly experimentId: number;
  /** Place in the log, (epoch, offset): of two spans with one id the higher wins. */
  readonly sequence: bigint;
  /** Milliseconds since the epoch at which ingest accepted it. */
  readonly receivedAt: number;
  readonly source: OtlpSpan;
  readonly meaning: SpanMeaning;
  /** Attributes of `source` to be stored by reference only. Keys are attribute keys. */
  readonly blobs: ReadonlyMap<string, BlobReference>;
  /** Plain text of the last user message (request) or assistant message (response), at most 1,000 characters. */
  readonly requestPreview: string | undefined;
  readonly responsePreview: string | undefined;
}
