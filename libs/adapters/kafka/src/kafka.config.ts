import { z } from 'zod';

/** Parses what an operator sets about Kafka. */
export const kafkaConfigSchema = z.object({
  /** `host:port` of some brokers; the rest is found through them. */
  brokers: z.array(z.string().min(1)).min(1),
  clientId: z.string().min(1).default('millrace'),
  /** TLS: on with the system's authorities, or with the given PEM texts and the name to expect in the certificates. */
  tls: z
    .union([
      z.boolean(),
      z.object({ ca: z.string(), cert: z.string(), key: z.string(), serverName: z.string() }).partial(),
    ])
    .default(false),
  sasl: z
    .object({
      mechanism: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']),
      username: z.string().min(1),
      password: z.string().min(1),
    })
    .optional(),
  /** Begins the name of every topic and group: `millrace.spans`, `millrace.events`, `millrace.writer`. */
  topicPrefix: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,150}$/)
    .default('millrace'),
  /** Partitions of a topic we create: as many writers as may ever share it. */
  partitions: z.number().int().min(1).max(1000).default(8),
  /** Copies of a topic we create; -1 is the broker's default. */
  replicationFactor: z.number().int().min(-1).max(7).default(-1),
  /** How many copies of a topic we create must have a record before it is acknowledged; absent: the broker's default. */
  minInsyncReplicas: z.number().int().min(1).max(7).optional(),
  /** Whether we create topics that are not there. */
  createTopics: z.boolean().default(true),
  /** How long a topic we create keeps records, -1 for ever. It bounds how long the writer may be down. */
  retentionMs: z
    .number()
    .int()
    .min(-1)
    .default(7 * 24 * 3_600_000),
  /** How many bytes each partition of a topic we create keeps, -1 for all. */
  retentionBytes: z.number().int().min(-1).default(-1),
  /** Raise by one after every change of the partition count, once the old partitions are drained. */
  epoch: z.number().int().min(1).max(32_767).default(1),
  /** Bytes appended and not yet acknowledged above which appends are refused. */
  maxInFlightBytes: z
    .number()
    .int()
    .min(1)
    .default(64 * 1024 * 1024),
  compression: z.enum(['none', 'gzip', 'zstd']).default('none'),
  /** After how long without a heartbeat a consumer's partitions go to another one. */
  sessionTimeoutMs: z.number().int().min(6_000).max(300_000).default(15_000),
});

/** What an operator sets about Kafka, all defaults filled in. */
export type KafkaConfig = z.output<typeof kafkaConfigSchema>;
/** What an operator has to set; the rest has defaults. */
export type KafkaConfigInput = z.input<typeof kafkaConfigSchema>;
