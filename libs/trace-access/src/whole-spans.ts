import type { AttributeMap, AttributeValue } from '@millrace/domain';
import { decodeAnyValue } from '@millrace/otlp';
import type { BlobStore, StoredSpan } from '@millrace/ports';
import { mapBounded } from '@millrace/service-kit';

const PARALLEL_BLOBS = 8;

/** The spans with every value of theirs that was moved to the BlobStore put back in its place; those of resources stay references. */
export async function withBlobs(blobs: BlobStore, spans: readonly StoredSpan[]): Promise<StoredSpan[]> {
  const wanted = spans.flatMap((stored) =>
    [...stored.blobs].map(([attribute, { blob }]) => ({ stored, attribute, blob })),
  );
  if (wanted.length === 0) return [...spans];
  const values = await mapBounded(wanted, PARALLEL_BLOBS, ({ blob }) => readBlob(blobs, blob));
  const found = new Map<StoredSpan, Map<string, AttributeValue>>();
  for (const [index, { stored, attribute }] of wanted.entries()) {
    const bySpan = found.get(stored) ?? new Map<string, AttributeValue>();
    found.set(stored, bySpan.set(attribute, values[index] ?? null));
  }
  return spans.map((stored) => fill(stored, found.get(stored)));
}

/** Throws Rejected('not-found'), Unavailable. */
export async function readBlob(blobs: BlobStore, blob: string): Promise<AttributeValue> {
  return decodeAnyValue(await blobs.get(blob));
}

function fill(stored: StoredSpan, values: ReadonlyMap<string, AttributeValue> | undefined): StoredSpan {
  if (!values) return stored;
  const attributes: AttributeMap = new Map([...stored.span.attributes, ...values]);
  return { ...stored, span: { ...stored.span, attributes }, blobs: new Map() };
}
