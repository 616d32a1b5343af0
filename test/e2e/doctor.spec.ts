import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectKafka } from '../../libs/adapters/kafka/src/connection/kafka-connection.ts';
import { kafkaConfigSchema } from '../../libs/adapters/kafka/src/kafka.config.ts';
import type { Finding } from '../../libs/domain/src/index.ts';
import { runCommand } from '../support/commands.ts';
import { migrate, startServers, type RunningServers } from '../support/distributed.ts';
import { FaultyClocks } from '../support/faults/faulty-clocks.ts';
import { freePort } from '../support/servers/index.ts';
import type { Environment } from '../support/service-fleet.ts';
import { freePorts, startStandalone } from '../support/standalone.ts';

const run = promisify(execFile);
/** A dozen processes of a second each, on a machine of whatever load. */
const TIMEOUT_MS = 240_000;

interface Diagnosis {
  readonly code: number;
  readonly findings: readonly Finding[];
}

/** What `npm run doctor -- --json` says in an environment, and how it ends. */
async function diagnose(environment: Environment): Promise<Diagnosis> {
  const { code, stdout } = await runCommand(['doctor', '--json'], environment);
  const { findings, is_right: isRight } = JSON.parse(stdout) as { findings: Finding[]; is_right: boolean };
  expect(isRight).toBe(code === 0);
  return { code, findings };
}

function notWell({ findings }: Diagnosis): string[] {
  return findings
    .filter(({ state }) => state !== 'ok')
    .map(({ state, subject, says }) => `${state} ${subject}: ${says}`);
}

async function portSettings(): Promise<Environment> {
  const [port, http, grpc] = (await freePorts(3)).map(String);
  return {
    MILLRACE_PORT: port ?? '',
    MILLRACE_OTLP_HTTP_PORT: http ?? '',
    MILLRACE_OTLP_GRPC_PORT: grpc ?? '',
  };
}

describe('doctor of a standalone', { timeout: TIMEOUT_MS }, () => {
  it('finds nothing wrong with one that runs, nor with its folder afterwards', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'millrace-doctor-'));
    const standalone = await startStandalone({ dataDir });
    const [port, http, grpc] = standalone.ports.map(String);
    const settings = {
      MILLRACE_DATA_DIR: dataDir,
      MILLRACE_PORT: port ?? '',
      MILLRACE_OTLP_HTTP_PORT: http ?? '',
      MILLRACE_OTLP_GRPC_PORT: grpc ?? '',
    };
    const running = await diagnose(settings).finally(() => standalone.stop());
    const stopped = await diagnose(settings);
    rmSync(dataDir, { recursive: true, force: true });
    expect([running.code, notWell(running)]).toEqual([0, []]);
    expect(running.findings.map(({ says }) => says)).toEqual(
      expect.arrayContaining([
        'the running Millrace is healthy',
        expect.stringContaining('a Millrace runs on it'),
        expect.stringMatching(/^has all \d+ migrations$/),
      ]),
    );
    expect([stopped.code, notWell(stopped)]).toEqual([0, []]);
    expect(stopped.findings.map(({ says }) => says)).toContain('no Millrace runs here at the moment');
  });
});

describe('doctor of separate services', { timeout: TIMEOUT_MS }, () => {
  let servers: RunningServers;
  let environment: Environment;

  beforeAll(async () => {
    servers = await startServers();
    environment = { ...servers.environment, ...(await portSettings()) };
  });

  afterAll(async () => {
    await servers?.stop();
  });

  it('asks for the migrations and tells of topics that are not there yet, of new servers', async () => {
    const diagnosis = await diagnose(environment);
    expect(diagnosis.code).toBe(1);
    expect(notWell(diagnosis)).toEqual([
      expect.stringMatching(
        /^wrong clickhouse schema: lacks \d+ migrations, the first is 1: run the migrate job/,
      ),
      expect.stringMatching(/^wrong postgres schema: lacks \d+ migrations, .*: run the migrate job/),
      'warning kafka topic millrace.spans: is not there yet: the services create it when they start, if they may',
      'warning kafka topic millrace.events: is not there yet: the services create it when they start, if they may',
    ]);
  });

  it('finds nothing wrong when all is well, and says so in plain text', async () => {
    await migrate(environment);
    const settings = { 'max.message.bytes': '10485760' };
    const topics = ['millrace.spans', 'millrace.events'];
    await createTopics(
      servers.handles.kafka.brokers,
      topics.map((topic) => ({ topic, partitions: 8, settings })),
    );
    const { code, stdout } = await runCommand(['doctor'], environment);
    expect(stdout).toMatch(/^ok +clickhouse rights: all that is needed on millrace$/m);
    expect(stdout).toMatch(/^ok +kafka topic millrace.spans: partitions: 8, copies of each: 1$/m);
    expect(stdout).toMatch(/^ok +bucket millrace: blobs can be written, read and removed$/m);
    expect([code, stdout.trim().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(/^\d+ ok, 0 warnings, 0 wrong$/),
    ]);
  });

  it('tells of each server that does not answer which setting to look at', async () => {
    const nowhere = `127.0.0.1:${await freePort()}`;
    const diagnosis = await diagnose({
      ...environment,
      MILLRACE_CLICKHOUSE_URL: `http://millrace@${nowhere}/millrace`,
      MILLRACE_POSTGRES_URL: `postgres://millrace@${nowhere}/millrace`,
      MILLRACE_KAFKA_BROKERS: nowhere,
      MILLRACE_REDIS_URL: `redis://${nowhere}`,
      MILLRACE_BLOB_URL: `s3://millrace?region=us-east-1&endpoint=http://${nowhere}&path-style=true`,
    });
    expect(diagnosis.code).toBe(1);
    expect(notWell(diagnosis)).toEqual([
      expect.stringMatching(/^wrong clickhouse: .*ECONNREFUSED.*: look at MILLRACE_CLICKHOUSE_URL/),
      expect.stringMatching(/^wrong postgres: .*ECONNREFUSED.*: look at MILLRACE_POSTGRES_URL/),
      expect.stringMatching(/^wrong kafka: .*ECONNREFUSED.*: look at MILLRACE_KAFKA_BROKERS/),
      expect.stringMatching(/^wrong redis: .*ECONNREFUSED.*: look at MILLRACE_REDIS_URL/),
      expect.stringMatching(/^wrong bucket millrace: .*ECONNREFUSED.*: look at MILLRACE_BLOB_URL/),
    ]);
  });

  it('tells of each server that refuses who asks', async () => {
    const { clickhouse, postgres, redis } = servers.handles;
    await redisCommand(redis.url, 'CONFIG', 'SET', 'requirepass', 'secret');
    const diagnosis = await diagnose({
      ...environment,
      MILLRACE_CLICKHOUSE_URL: clickhouse.url.replace(/:[0-9a-f]+@/, ':wrong@'),
      MILLRACE_POSTGRES_URL: postgres.url.replace('millrace@', 'nobody@'),
      AWS_SECRET_ACCESS_KEY: 'wrong',
    });
    await redisCommand(redis.url.replace('//', '//default:secret@'), 'CONFIG', 'SET', 'requirepass', '');
    expect(diagnosis.code).toBe(1);
    expect(notWell(diagnosis)).toEqual([
      expect.stringMatching(/^wrong clickhouse: .*Authentication failed.*: look at MILLRACE_CLICKHOUSE_URL/),
      expect.stringMatching(/^wrong postgres: role "nobody" does not exist: look at MILLRACE_POSTGRES_URL/),
      expect.stringMatching(/^wrong redis: .*NOAUTH.*: look at MILLRACE_REDIS_URL \(password/),
      expect.stringMatching(/^wrong bucket millrace: .*: look at MILLRACE_BLOB_URL, AWS_ACCESS_KEY_ID/),
    ]);
  });

  it('tells of servers that answer and are not what Millrace needs', async () => {
    const { postgres, redis, kafka } = servers.handles;
    await asSuperuser(postgres.url, 'CREATE ROLE reader LOGIN');
    await asSuperuser(postgres.url, 'GRANT SELECT ON millrace_migrations TO reader');
    await redisCommand(redis.url, 'CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    await redisCommand(redis.url, 'CONFIG', 'SET', 'appendonly', 'no');
    const settings = { 'cleanup.policy': 'compact', 'retention.ms': '3600000', 'min.insync.replicas': '2' };
    await createTopics(kafka.brokers, [{ topic: 'bad.spans', partitions: 2, settings }]);
    const diagnosis = await diagnose({
      ...environment,
      MILLRACE_POSTGRES_URL: postgres.url.replace('millrace@', 'reader@'),
      MILLRACE_KAFKA_TOPIC_PREFIX: 'bad',
      MILLRACE_BLOB_URL: environment['MILLRACE_BLOB_URL']?.replace('s3://millrace', 's3://absent') ?? '',
    });
    await redisCommand(redis.url, 'CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
    await redisCommand(redis.url, 'CONFIG', 'SET', 'appendonly', 'yes');
    expect(diagnosis.code).toBe(1);
    expect(notWell(diagnosis)).toEqual([
      'wrong postgres: the user may not create tables: GRANT CREATE, USAGE ON SCHEMA public TO it',
      expect.stringMatching(/^warning kafka topic bad.spans: has 2 partitions, 8 are set: .* add partitions/),
      expect.stringMatching(/^wrong kafka topic bad.spans: min.insync.replicas 2 is more than .*; lower it$/),
      expect.stringMatching(
        /^wrong kafka topic bad.spans: keeps records for 60 minutes: .*; set retention.ms/,
      ),
      'wrong kafka topic bad.spans: is compacted, which removes spans: set cleanup.policy=delete',
      expect.stringMatching(/^wrong kafka topic bad.spans: takes no records of .*: set max.message.bytes=/),
      expect.stringMatching(/^warning kafka topic bad.events: is not there yet/),
      expect.stringMatching(/^wrong redis: evicts jobs .*allkeys-lru.*: set maxmemory-policy to noeviction$/),
      expect.stringMatching(/^warning redis: .*: set appendonly yes$/),
      expect.stringMatching(/^wrong bucket absent: .*NoSuchBucket.*: look at MILLRACE_BLOB_URL/),
    ]);
  });

  it('tells of clocks that differ by more than two seconds', async () => {
    const clocks = new FaultyClocks();
    const late = clocks.environmentOf('doctor');
    clocks.set('doctor', 30);
    const diagnosis = await diagnose({ ...environment, ...late }).finally(() => clocks.remove());
    expect(notWell(diagnosis)).toEqual(
      ['clickhouse', 'postgres', 'redis'].map((server) =>
        expect.stringMatching(
          `^warning ${server} clock: is \\d+ ms off ours: run a time service on both machines$`,
        ),
      ),
    );
  });
});

describe('doctor of settings', { timeout: TIMEOUT_MS }, () => {
  it('names the setting that was meant, what is wrong, and asks no server then', async () => {
    const diagnosis = await diagnose({
      ...(await portSettings()),
      MILLRACE_CLICKHOSE_URL: 'http://127.0.0.1:8123',
      MILLRACE_KAFKA_EPOCH: 'none',
      MILLRACE_API_KEY: 'for clients',
    });
    expect(diagnosis.code).toBe(1);
    expect(notWell(diagnosis)).toEqual([
      'wrong settings: MILLRACE_CLICKHOSE_URL is no setting: did you mean MILLRACE_CLICKHOUSE_URL?',
      expect.stringMatching(/^warning settings: MILLRACE_API_KEY is no setting of a service/),
      'wrong settings: MILLRACE_KAFKA_EPOCH is "none": expected a whole number',
    ]);
    expect(diagnosis.findings.map(({ subject }) => subject)).not.toContain('health');
  });

  it('warns of what is unsafe or for tests alone, and ends well', async () => {
    const diagnosis = await diagnose({
      ...(await portSettings()),
      MILLRACE_HOST: '0.0.0.0',
      MILLRACE_ALLOW_UNAUTHENTICATED: 'true',
      MILLRACE_PUBLIC_URL: 'http://millrace.example',
      MILLRACE_CLOCK_OFFSET_SECONDS: '60',
    });
    expect(diagnosis.code).toBe(0);
    expect(notWell(diagnosis)).toEqual([
      expect.stringMatching(/^warning settings: nobody has to sign in .*: set MILLRACE_AUTHENTICATION=on/),
      expect.stringMatching(/^warning settings: MILLRACE_PUBLIC_URL is http:.*; use https:/),
      expect.stringMatching(/^warning settings: MILLRACE_CLOCK_OFFSET_SECONDS is for tests/),
    ]);
  });

  it('warns of a small limit of open files', async () => {
    const { stdout } = await run('sh', ['-c', 'ulimit -n 1024; exec node dist/cli/main.js doctor'], {
      env: { ...process.env, ...(await portSettings()) },
    });
    expect(stdout).toMatch(/^warning +open files: 1024 at most: .*; raise the limit \(ulimit -n 65536\)$/m);
  });
});

interface Topic {
  readonly topic: string;
  readonly partitions: number;
  readonly settings: Readonly<Record<string, string>>;
}

async function createTopics(brokers: readonly string[], topics: readonly Topic[]): Promise<void> {
  const admin = connectKafka(kafkaConfigSchema.parse({ brokers })).admin();
  await admin.connect();
  await admin.createTopics({
    waitForLeaders: false,
    topics: topics.map(({ topic, partitions, settings }) => ({
      topic,
      numPartitions: partitions,
      configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
    })),
  });
  await admin.disconnect();
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function redisCommand(url: string, ...words: string[]): Promise<void> {
  const { stdout } = await run('redis-cli', ['-u', url, '--no-auth-warning', ...words]);
  expect(stdout.trim()).toBe('OK');
}
