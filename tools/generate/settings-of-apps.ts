import { schema as evaluator } from '../../apps/evaluator/src/app.config.ts';
import { schema as ingest } from '../../apps/ingest/src/app.config.ts';
import { schema as migrate } from '../../apps/migrate/src/app.config.ts';
import { schema as queryApi } from '../../apps/query-api/src/app.config.ts';
import { schema as registry } from '../../apps/registry/src/app.config.ts';
import { schema as standalone } from '../../apps/standalone/src/app.config.ts';
import { schema as writer } from '../../apps/writer/src/app.config.ts';

/** What each app reads from its environment. */
export const SETTINGS_OF_APPS = {
  standalone,
  ingest,
  writer,
  'query-api': queryApi,
  registry,
  evaluator,
  migrate,
} as const;

/** Enough of an environment for every app to be described; nothing connects to it. */
export const EXAMPLE_ENVIRONMENT = {
  MILLRACE_KAFKA_BROKERS: '127.0.0.1:9092',
  MILLRACE_POSTGRES_URL: 'postgres://millrace@127.0.0.1:5432/millrace',
  MILLRACE_CLICKHOUSE_URL: 'http://127.0.0.1:8123/millrace',
  MILLRACE_REDIS_URL: 'redis://127.0.0.1:6379',
  MILLRACE_BLOB_URL: 'file:///blobs',
} as const;
