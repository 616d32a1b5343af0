import { z } from 'zod';
import { InFlightBudget } from './fairness/in-flight-budget.ts';

const MIB = 1024 * 1024;
const positive = z.int().positive();

/** What an operator sets on ingest. Sizes are bytes. */
export const receiverLimitsSchema = z.object({
  /** A request as it comes, compressed or not. */
  maxRequestBytes: positive.default(64 * MIB),
  /** A request once decompressed. */
  maxDecompressedBytes: positive.default(128 * MIB),
  /** All requests being worked on, decompressed. */
  maxInFlightBytes: positive.default(256 * MIB),
  maxSpans: positive.default(100_000),
  /** Of one span, its events and links included. */
  maxAttributes: positive.default(2_000),
  /** Nesting of an attribute value. */
  maxDepth: positive.max(100).default(64),
  /** Spans of one trace in one log record; a larger span has its large attributes moved to the BlobStore. */
  chunkBytes: positive.default(256 * 1024),
  /** A span without its moved attributes. */
  maxSpanBytes: positive.default(4 * MIB),
  /** Attributes above this are moved. */
  claimAboveBytes: positive.default(64 * 1024),
  /** Attributes of a resource above this are moved, for each trace of a request repeats them. */
  claimSharedAboveBytes: positive.default(1024),
  /** A resource and its scope without moved attributes. */
  maxSharedBytes: positive.max(MIB).default(32 * 1024),
  /** What the traces of one request repeat of resources and scopes, besides as many bytes as the request has. */
  maxRepeatedBytes: positive.default(64 * MIB),
});

export type ReceiverLimits = z.infer<typeof receiverLimitsSchema>;

export interface ReceiverConfig {
  readonly grpc: { readonly host: string; readonly port: number };
  readonly limits?: Partial<ReceiverLimits>;
}

/** Nest token of the configuration, limits filled in, with the one budget that all kinds of requests share. */
export class ReceiverOptions {
  readonly limits: ReceiverLimits;
  readonly grpc: ReceiverConfig['grpc'];
  readonly budget: InFlightBudget;

  constructor(config: ReceiverConfig) {
    this.limits = receiverLimitsSchema.parse(config.limits ?? {});
    this.grpc = config.grpc;
    this.budget = new InFlightBudget(this.limits.maxInFlightBytes);
  }
}
