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

/** Separated by commas; none when empty. */
function list(item: RegExp, expected: string) {
  return z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim().toLowerCase())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(z.string().regex(item, expected)));
}

/** 32 random bytes: `openssl rand -base64 32`. */
const secretKey = /^(?:[A-Za-z0-9+/]{43}=|[0-9a-fA-F]{64})$/;
const keyExpected =
  'expected 32 random bytes in base64 or hexadecimal, such as `openssl rand -base64 32` prints';

/** What settings of the environment mean wherever they appear; each app picks those it needs. */
export const SETTINGS = {
  MILLRACE_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0: all of them'),
  MILLRACE_ALLOWED_ORIGINS: list(
    /^https?:\/\/[^/\s,]+$/,
    'expected origins such as https://app.example, separated by commas',
  ).describe('Origins whose pages may call as our own do, separated by commas: https://app.example'),
  MILLRACE_NOTEBOOK_ORIGINS: list(
    /^https?:\/\/[^/\s,;'"]+$/,
    'expected origins such as https://hub.example, separated by commas',
  ).describe(
    "Origins whose notebooks may show traces below their cells, beside the reader's own machine, separated by commas: https://hub.example",
  ),
  MILLRACE_TRUSTED_PROXIES: list(
    /^[0-9a-f.:]+(\/\d{1,3})?$|^(loopback|linklocal|uniquelocal)$/,
    'expected addresses or networks such as 10.0.0.0/8, separated by commas',
  ).describe(
    'Proxies in front whose X-Forwarded headers are believed: addresses or networks, separated by commas; without it every caller seems to come from the proxy',
  ),
  MILLRACE_ALLOWED_HOSTS: list(
    /^[^\s,/:]+$/,
    'expected names of hosts without ports, separated by commas',
  ).describe('Names under which this server is called, separated by commas, where nobody has to sign in'),
  MILLRACE_PORT: port.describe('Port of the API, of health and of metrics'),
  MILLRACE_OTLP_HTTP_PORT: port.describe('Port of OTLP over HTTP'),
  MILLRACE_OTLP_GRPC_PORT: port.describe('Port of OTLP over gRPC'),
  MILLRACE_CLICKHOUSE_URL: url('http', 'https').describe(
    'http://user:password@host:8123/database; https:// for TLS',
  ),
  MILLRACE_CLICKHOUSE_CLUSTER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Name of the replicated ClickHouse cluster that MILLRACE_CLICKHOUSE_URL leads to (system.clusters); without it one server; see docs/operations.md',
    ),
  MILLRACE_POSTGRES_URL: url('postgres', 'postgresql').describe(
    'postgres://user:password@host:5432/database; TLS: ?sslmode=verify-full, with &sslrootcert=<file> for an authority of your own',
  ),
  MILLRACE_KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(\s*,\s*[^\s,:]+:\d+)*$/, 'expected host:port, several separated by commas')
    .transform((list) => list.split(',').map((broker) => broker.trim()))
    .describe('host:port of one or more brokers, separated by commas'),
  MILLRACE_REDIS_URL: url('redis', 'rediss').describe(
    'redis://user:password@host:6379/database; rediss:// for TLS',
  ),
  MILLRACE_BLOB_URL: url('file', 's3').describe(
    'file:///folder, the same for every service, or s3://bucket/prefix?region=…; see docs/blobs.md',
  ),
  MILLRACE_FORWARDING_PRIVATE_TARGETS: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .transform((value) => value === 'true')
    .describe('Whether spans may be forwarded to addresses of this machine or of a private network'),
  MILLRACE_SECRET_KEY: z
    .string()
    .regex(secretKey, keyExpected)
    .describe('Encrypts keys of model providers and secrets of webhooks: `openssl rand -base64 32`'),
  MILLRACE_SECRET_PREVIOUS_KEYS: z
    .string()
    .transform((list) => list.split(',').map((key) => key.trim()))
    .pipe(z.array(z.string().regex(secretKey, keyExpected)))
    .describe(
      'Former values of MILLRACE_SECRET_KEY, separated by commas: what they encrypted can still be read',
    ),
  MILLRACE_GATEWAY_PRIVATE_TARGETS: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .transform((value) => value === 'true')
    .describe(
      'Whether models may be reached over http, and at addresses of this machine or of a private network',
    ),
  MILLRACE_PYTHON_SCORERS: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .default('false')
    .transform((value) => value === 'true')
    .describe('Whether scorers with Python source may be registered: clients that load them run it'),
  MILLRACE_WEBHOOKS_PRIVATE_TARGETS: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .transform((value) => value === 'true')
    .describe(
      'Whether webhooks may go to addresses of this machine or of a private network, and to http:// beside https://',
    ),
  MILLRACE_CLOCK_OFFSET_SECONDS: z.coerce
    .number({ error: 'expected seconds' })
    .int()
    .default(0)
    .describe(
      'For tests: added to the clock by which schedules and alerts fire, their windows are cut and data grows old',
    ),
  MILLRACE_DELETION_GRACE_DAYS: z.coerce
    .number({ error: 'expected a number of days' })
    .min(0, 'expected 0 or more days')
    .max(3650, 'expected at most 3650 days')
    .default(7)
    .describe('How many days after it was deleted a trace is taken off the disk'),
  MILLRACE_COMPLETION_IDLE_SECONDS: z.coerce
    .number({ error: 'expected seconds' })
    .min(0.1)
    .max(3600)
    .default(10)
    .describe('A trace with an ended root is complete, and may be judged, once nothing came for this long'),
  MILLRACE_SESSION_IDLE_SECONDS: z.coerce
    .number({ error: 'expected seconds' })
    .min(0.1)
    .max(86_400)
    .default(300)
    .describe('A session is judged once it has been quiet for this long'),
  MILLRACE_ALERT_CHECK_SECONDS: z.coerce
    .number({ error: 'expected seconds' })
    .int()
    .min(1)
    .max(3600)
    .default(60)
    .describe('Seconds between two checks of an alert rule'),
  MILLRACE_JUDGE_MODEL: z
    .string()
    .regex(/^[a-z][a-z0-9_.-]*:\/\S/, 'expected a model such as openai:/gpt-4.1-mini or gateway:/my-judge')
    .default('openai:/gpt-4.1-mini')
    .describe('The model that judges unless a scorer names one: provider:/model or gateway:/endpoint'),
  MILLRACE_JUDGE_TIMEOUT_SECONDS: z.coerce
    .number({ error: 'expected seconds' })
    .positive('expected seconds, more than 0')
    .default(60)
    .describe('How long one call of a judge may take'),
  MILLRACE_JUDGE_CALLS_PER_MINUTE: z.coerce
    .number({ error: 'expected a number' })
    .positive('expected more than 0')
    .default(3000)
    .describe('How often judges of a workspace may call a provider, over all processes'),
  MILLRACE_TRACE_JUDGES: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .default('true')
    .transform((value) => value === 'true')
    .describe('Whether calls of judges are traced, in the experiment of what they judge'),
  MILLRACE_JOBS_PER_WORKSPACE: z.coerce
    .number({ error: 'expected a number' })
    .int()
    .min(1)
    .max(10_000)
    .default(50)
    .describe('Jobs of a workspace, such as judgements, that run at once, over all processes'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https')
    .optional()
    .describe('Where traces of Millrace itself go: the OTLP/HTTP address of another collector'),
  MILLRACE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('How much to log'),
} as const;
