import type { BlobReference, OtlpSpan, SpanOrigin } from '@millrace/domain';
import type { BlobClaim } from '@millrace/ports';

/**
 * Spans of one record with what ingest moved out of their resource as references. Those values mean nothing to a trace, and every
 * record of a request shares them, so they are not read here.
 */
export function referToResourceBlobs(spans: OtlpSpan[], claims: readonly BlobClaim[]): OtlpSpan[] {
  const ofResource = claims.filter(({ spanId }) => spanId === '');
  if (ofResource.length === 0) return spans;
  const origins = new Map<SpanOrigin, SpanOrigin>();
  return spans.map((span) => {
    const origin = origins.get(span.origin) ?? referringOrigin(span.origin, ofResource);
    origins.set(span.origin, origin);
    return { ...span, origin };
  });
}

function referringOrigin(origin: SpanOrigin, claims: readonly BlobClaim[]): SpanOrigin {
  const resource = new Map(origin.resource);
  const resourceBlobs = new Map<string, BlobReference>();
  for (const { attribute, blob, bytes } of claims) {
    // A later attribute of the same key was small, and counts.
    if (resource.get(attribute) !== null && !resourceBlobs.has(attribute)) continue;
    resource.delete(attribute);
    resourceBlobs.set(attribute, { blob, bytes });
  }
  return { ...origin, resource, resourceBlobs };
}
