import { z } from 'zod';

/** The largest sum of values on their way to the disk, by default. */
export const DEFAULT_MAX_IN_FLIGHT_BYTES = 64 * 1024 * 1024;
/** What a dead target of a follower may cost on the disk, by default. */
const DEFAULT_MAX_HELD_BYTES = 4 * 1024 * 1024 * 1024;

/** More than twice what the embedded ClickHouse keeps free, so that it can still store what the log took. */
const DEFAULT_RESERVED_DISK_BYTES = 256 * 1024 * 1024;

export const localSpanLogConfigSchema = z.object({
  /** Folder of the log; created when missing, used by one process at a time. */
  dir: z.string().min(1),
  /** Bytes on their way to the disk above which senders are told to come back. */
  maxInFlightBytes: z
    .number()
    .int()
    .positive()
    .optional()
    .transform((value) => value ?? DEFAULT_MAX_IN_FLIGHT_BYTES),
  /** Bytes of the log that are kept for followers who lag behind the writer; beyond them they lose records. */
  maxHeldBytes: z
    .number()
    .int()
    .positive()
    .optional()
    .transform((value) => value ?? DEFAULT_MAX_HELD_BYTES),
  /** Free bytes of the disk below which senders are told to come back: what is stored next needs them. 0: none are kept. */
  reservedDiskBytes: z.number().int().min(0).default(DEFAULT_RESERVED_DISK_BYTES),
});

export const localDomainEventsConfigSchema = z.object({
  /** Folder of the events, another than the span log's; created when missing, used by one process at a time. */
  dir: z.string().min(1),
});

/** What an operator sets for the local span log. */
export type LocalSpanLogConfig = z.input<typeof localSpanLogConfigSchema>;
/** What an operator sets for the local domain events. */
export type LocalDomainEventsConfig = z.input<typeof localDomainEventsConfigSchema>;
