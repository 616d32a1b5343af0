import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilAcknowledging } from '../support/check-ledger.ts';
import { startDistributed, startServers, type RunningServers } from '../support/distributed.ts';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { LedgerLoad } from '../support/ledger.ts';
import {
  expectLedger,
  expectOneOfEach,
  makeOneOfEach,
  tagTrace,
  type OneOfEach,
} from '../support/one-of-each.ts';
import { installKafkaCommands } from '../support/servers/index.ts';
import type { Environment } from '../support/service-fleet.ts';

const run = promisify(execFile);
const TIMEOUT_MS = 600_000;
const NAME = 'monday';

let folder: string;
let llm: FakeLlm;
let source: RunningServers;
let made: OneOfEach;
let load: LedgerLoad;
/** Acknowledged before the backup began. */
let before: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-backup-'));
  chmodSync(folder, 0o711);
  [source, llm] = await Promise.all([
    startServers({ dataDir: join(folder, 'source') }),
    startFakeLlm(),
    installKafkaCommands(join(folder, 'bin')),
  ]);
}, TIMEOUT_MS);

afterAll(async () => {
  await Promise.all([source?.stop(), llm?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup of separate services', { timeout: TIMEOUT_MS }, () => {
  it('is made while they take traces', async () => {
    await backUpUnderLoad();
    expect(before.length).toBeLessThan(load.acknowledged.size);
  });

  it('restored into new servers has all that was acknowledged before it began, once, when Kafka is lost too', async () => {
    const servers = await startServers({ dataDir: join(folder, 'lost') });
    try {
      await restore(servers, 'lost', 'kafka-lost');
      await expectRestored(servers, before, { MILLRACE_KAFKA_EPOCH: '2' });
    } finally {
      await servers.stop();
    }
  });

  it('restored beside the Kafka that is still there has all that was ever acknowledged, once', async () => {
    const { kafka } = source.handles;
    const servers = await startServers({ dataDir: join(folder, 'kept'), kafka });
    try {
      await restore(servers, 'kept', 'kafka-kept');
      await expectRestored(servers, [...load.acknowledged]);
    } finally {
      await servers.stop();
    }
  });
});

async function backUpUnderLoad(): Promise<void> {
  const millrace = await startDistributed({ servers: source });
  try {
    made = await makeOneOfEach(millrace, llm.url);
    load = new LedgerLoad(millrace.otlpUrl, { connections: 2, pauseMs: 10 });
    // Far enough in the log that one which begins anew is behind it.
    await untilAcknowledging(load, 400);
    await tagTrace(millrace, made, 'backed up');
    before = [...load.acknowledged];
    await runScript('back-up.sh', [join(folder, NAME)], {
      ...source.environment,
      MILLRACE_URL: millrace.url,
    });
    await untilAcknowledging(load);
    await load.stop();
    expect(load.unexpected).toEqual([]);
  } finally {
    await load?.stop();
    await millrace.stop();
  }
}

async function restore(servers: RunningServers, name: string, kafka: string): Promise<void> {
  // What the servers share in real life: a bucket or a disk for backups.
  const backups = (of: string): string => join(folder, of, 'clickhouse', 'backups');
  mkdirSync(backups(name), { recursive: true });
  cpSync(join(backups('source'), NAME), join(backups(name), NAME), { recursive: true });
  await runScript('restore.sh', [join(folder, NAME), kafka], servers.environment);
}

async function expectRestored(
  servers: RunningServers,
  traceIds: readonly string[],
  more: Environment = {},
): Promise<void> {
  const environment = { ...more, MILLRACE_AUTHENTICATION: 'on' };
  const millrace = await startDistributed({ servers, environment });
  try {
    await expectOneOfEach(millrace, made);
    await expectLedger(millrace, { made, traceIds, spansPerTrace: load.spansPerTrace });
  } finally {
    await millrace.stop();
  }
}

/** As an operator does, with the tools of each store. */
async function runScript(name: string, args: readonly string[], environment: Environment): Promise<void> {
  const endpoint = /endpoint=([^&]*)/.exec(environment['MILLRACE_BLOB_URL'] ?? '')?.[1] ?? '';
  await run(join('deploy/backup', name), args, {
    env: {
      ...environment,
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      CLICKHOUSE_BACKUP: `File('${NAME}')`,
      BLOBS: 'bucket:millrace',
      BLOBS_BACKUP: join(folder, 'blobs'),
      RCLONE_CONFIG_BUCKET_TYPE: 's3',
      RCLONE_CONFIG_BUCKET_PROVIDER: 'Other',
      RCLONE_CONFIG_BUCKET_ENV_AUTH: 'true',
      RCLONE_CONFIG_BUCKET_ENDPOINT: endpoint,
    },
  });
}
