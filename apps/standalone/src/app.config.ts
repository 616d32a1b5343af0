import { loadConfig } from '@millrace/service-kit';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `expected a URL beginning with ${protocols.map((p) => `${p}://`).join(' or ')}`,
  });

/** What an operator sets on standalone: by environment, or by flag (`--data-dir` for MILLRACE_DATA_DIR). */
const schema = z.object({
  MILLRACE_HOST: z.string().min(1).default('127.0.0.1'),
  MILLRACE_PORT: port.default(5000),
  MILLRACE_OTLP_HTTP_PORT: port.default(4318),
  MILLRACE_OTLP_GRPC_PORT: port.default(4317),
  MILLRACE_DATA_DIR: z
    .string()
    .min(1)
    .default('.millrace')
    .transform((dir) => resolve(dir)),
  /** An external address replaces the embedded part. */
  MILLRACE_CLICKHOUSE_URL: url('http', 'https').optional(),
  MILLRACE_POSTGRES_URL: url('postgres', 'postgresql').optional(),
  MILLRACE_KAFKA_BROKERS: z
    .string()
    .min(1)
    .transform((list) => list.split(',').map((broker) => broker.trim()))
    .optional(),
  MILLRACE_REDIS_URL: url('redis', 'rediss').optional(),
  MILLRACE_BLOB_URL: url('file', 's3').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https').optional(),
});

export type StandaloneConfig = z.infer<typeof schema>;

const FLAGS = Object.keys(schema.shape).filter((name) => name.startsWith('MILLRACE_'));

/** Throws ConfigError naming every fault at once. */
export function readConfig(argv: readonly string[]): StandaloneConfig {
  const options = Object.fromEntries(FLAGS.map((name) => [flagOf(name), { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...argv], options, strict: true });
  const flags = Object.fromEntries(
    FLAGS.flatMap((name) => (values[flagOf(name)] === undefined ? [] : [[name, values[flagOf(name)]]])),
  );
  return loadConfig(schema, { ...process.env, ...flags });
}

function flagOf(name: string): string {
  return name.replace('MILLRACE_', '').toLowerCase().replaceAll('_', '-');
}
