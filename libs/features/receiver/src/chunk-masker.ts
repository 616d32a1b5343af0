import { setImmediate } from 'node:timers/promises';
import { MaskingDirectory, requireMasker } from '@millrace/access';
import { TraceMasking, type Masker } from '@millrace/masking';
import { restoreAttributes, rewriteTraces, splitTraces, type TraceChunk } from '@millrace/otlp';
import { Injectable } from '@nestjs/common';
import type { PlacedChunk } from './chunk-placer.ts';
import type { Reservation } from './fairness/in-flight-budget.ts';
import { ReceiverOptions } from './receiver.config.ts';

/** Chunks as they may be stored. */
export interface MaskedChunks {
  readonly placed: readonly PlacedChunk[];
  /** Why spans are left out: masked they are too large. */
  readonly reasons: readonly string[];
}

/** A masked chunk is held as bytes that were rewritten, and in the chunks they were cut into again. */
const COPIES = 2;
/** That masking adds to a span. */
const MARKS = 2;

/** Takes out of chunks what the rules of their experiment don't let be stored (docs/adr/0023), before anything of them is. */
@Injectable()
export class ChunkMasker {
  constructor(
    private readonly directory: MaskingDirectory,
    private readonly options: ReceiverOptions,
  ) {}

  /** Chunks of experiments without rules are not even looked into. Throws Unavailable while the rules can't be known. */
  async mask(placed: readonly PlacedChunk[], reservation: Reservation): Promise<MaskedChunks> {
    const known = this.directory.maskers();
    const maskers = 'then' in known ? await known : known;
    if (maskers.size === 0) return { placed, reasons: [] };
    const masked: PlacedChunk[] = [];
    const reasons: string[] = [];
    for (const { chunk, header } of placed) {
      const masker = requireMasker(maskers, header.experimentId);
      if (!masker) {
        masked.push({ chunk, header });
        continue;
      }
      reservation.reserve(sizeOf(chunk) * COPIES);
      const result = this.maskChunk(chunk, masker);
      masked.push(...result.chunks.map((own) => ({ chunk: own, header })));
      reasons.push(...result.reasons.map((reason) => `masked, ${reason}`));
      // Other requests are not held up by all of a large one.
      await setImmediate();
    }
    return { placed: masked, reasons };
  }

  private maskChunk(chunk: TraceChunk, masker: Masker): ReturnType<typeof splitTraces> {
    const { limits } = this.options;
    const masking = new TraceMasking(masker);
    const rewritten = rewriteTraces(wholeChunk(chunk), masking);
    this.directory.count(masker, masking.total);
    return splitTraces(rewritten, { ...limits, maxAttributes: limits.maxAttributes + MARKS });
  }
}

function sizeOf({ byteLength, claims, resourceClaims }: TraceChunk): number {
  return [...claims, ...resourceClaims].reduce((sum, { value }) => sum + value.byteLength, byteLength);
}

/** The spans with the large attributes that were cut out of them. */
function wholeChunk({ parts, claims, resourceClaims }: TraceChunk): Uint8Array {
  const bytes = Buffer.concat(parts);
  if (claims.length + resourceClaims.length === 0) return bytes;
  const values = new Map<string, Uint8Array>();
  for (const { attribute, value } of resourceClaims) values.set(`/${attribute}`, value);
  for (const { spanId, attribute, value } of claims) values.set(`${spanId}/${attribute}`, value);
  return restoreAttributes(bytes, (spanId, attribute) => values.get(`${spanId}/${attribute}`));
}
