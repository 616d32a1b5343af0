import { z } from 'zod';

const SECOND = 1_000;

/** Parses what an operator sets about S3. */
export const s3ConfigSchema = z.object({
  bucket: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/,
      'expected s3://<name of the bucket>, 3 to 63 of a-z 0-9 . _ -',
    ),
  /** Begins the name of every object; ends in `/` unless empty. */
  prefix: z
    .string()
    .regex(/^([A-Za-z0-9._-]+\/)*$/, 'expected a prefix of segments of A-Z a-z 0-9 . _ -')
    .max(256)
    .default(''),
  region: z.string().min(1).default('us-east-1'),
  /** Of a server other than Amazon's. */
  endpoint: z.url({ protocol: /^https?$/, error: 'expected endpoint=http://… or https://…' }).optional(),
  /** `endpoint/bucket/object` instead of `bucket.endpoint/object`; most servers other than Amazon's want it. */
  pathStyle: z.boolean().default(false),
  /** CRC-32 of every object, sent and verified; for a server that refuses it, only where S3 demands one. */
  checksums: z.boolean().default(true),
  /** Absent: the AWS SDK finds those of the pod, the container, the machine or the profile. */
  credentials: z
    .object({
      accessKeyId: z.string().min(1),
      secretAccessKey: z.string().min(1),
      sessionToken: z.string().min(1).optional(),
    })
    .optional(),
  /** A try ends when the server has been silent for so long. */
  silenceMs: z
    .number()
    .int()
    .min(100)
    .default(5 * SECOND),
  /** All tries of one call together. */
  callTimeoutMs: z
    .number()
    .int()
    .min(100)
    .default(20 * SECOND),
  /** Tries of one call, with a growing, random pause between them. */
  maxAttempts: z.number().int().min(1).max(10).default(3),
  /** Requests under way at a time, each on a connection of its own; others wait. */
  maxSockets: z.number().int().min(1).max(1000).default(32),
});

/** What an operator sets about S3, all defaults filled in. */
export type S3Config = z.output<typeof s3ConfigSchema>;
