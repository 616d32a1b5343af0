import { z } from 'zod';

const port = z.coerce
  .number({ error: 'expected a port number' })
  .int()
  .min(1, 'expected a port from 1 to 65535')
  .max(65_535, 'expected a port from 1 to 65535');

function url(...protocols: string[]) {
  const expected = protocols.map((protocol) => `${protocol}://`).join(' or ');
  return z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `expected a URL beginning with ${expected}`,
  });
}

/** What settings of the environment mean wherever they appear; each app picks those it needs. */
export const SETTINGS = {
  MILLRACE_HOST: z.string().min(1).default('127.0.0.1'),
  MILLRACE_PORT: port,
  MILLRACE_OTLP_HTTP_PORT: port,
  MILLRACE_OTLP_GRPC_PORT: port,
  MILLRACE_CLICKHOUSE_URL: url('http', 'https'),
  MILLRACE_POSTGRES_URL: url('postgres', 'postgresql'),
  /** host:port of one or more brokers, separated by commas. */
  MILLRACE_KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(\s*,\s*[^\s,:]+:\d+)*$/, 'expected host:port, several separated by commas')
    .transform((list) => list.split(',').map((broker) => broker.trim())),
  MILLRACE_REDIS_URL: url('redis', 'rediss'),
  /** `file:///folder`; every service must see the same folder. */
  MILLRACE_BLOB_URL: url('file'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https').optional(),
  MILLRACE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
} as const;
