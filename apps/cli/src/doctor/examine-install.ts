import { examineRedis } from '@millrace/adapter-bullmq';
import { examineClickHouse, findEmbeddedClickHouse } from '@millrace/adapter-clickhouse';
import { examineKafka, toKafkaConfig } from '@millrace/adapter-kafka';
import { examinePostgres, findEmbeddedPostgres } from '@millrace/adapter-postgres';
import { examineS3, isS3Url, toS3Config } from '@millrace/adapter-s3';
import { examine, type Finding } from '@millrace/domain';
import { join } from 'node:path';
import { PARTS } from '../backup/layout.ts';
import type { DoctorConfig } from './doctor.config.ts';
import {
  examineDataFolder,
  examineHealth,
  examineNode,
  examineOpenFiles,
  examinePorts,
} from './examine-machine.ts';
import { examineSettings } from './examine-settings.ts';

type Examination = Promise<readonly Finding[]>;

/** Examines an installation by its settings; what is not set is embedded in the data folder. Changes nothing that stays. */
export async function examineInstall(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const { findings, config } = examineSettings(environment);
  const first = [examineNode(), examineOpenFiles(), ...findings];
  if (config === undefined) return first;
  const rest = await Promise.all([...examineHere(config), ...examineServers(config)]);
  return [...first, ...rest.flat()];
}

function examineHere(config: DoctorConfig): Examination[] {
  const isElsewhere = [
    config.MILLRACE_KAFKA_BROKERS,
    config.MILLRACE_CLICKHOUSE_URL,
    config.MILLRACE_POSTGRES_URL,
    config.MILLRACE_BLOB_URL,
  ].every((setting) => setting !== undefined);
  return [
    ...(isElsewhere ? [] : [examineDataFolder(config.MILLRACE_DATA_DIR)]),
    examinePorts(config),
    examineHealth(config),
    ...(config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
      ? []
      : [examineCollector(config.OTEL_EXPORTER_OTLP_ENDPOINT)]),
  ];
}

function examineServers(config: DoctorConfig): Examination[] {
  const clickhouse = config.MILLRACE_CLICKHOUSE_URL ?? runningUrl(config, PARTS.clickhouse);
  const postgres = config.MILLRACE_POSTGRES_URL ?? runningUrl(config, PARTS.postgres);
  const { MILLRACE_KAFKA_BROKERS: brokers, MILLRACE_REDIS_URL: redis, MILLRACE_BLOB_URL: blobs } = config;
  return [
    ...(clickhouse === undefined ? [] : [examineClickHouse(clickhouse, config.MILLRACE_CLICKHOUSE_CLUSTER)]),
    ...(postgres === undefined ? [] : [examinePostgres(postgres)]),
    ...(brokers === undefined ? [] : [examineKafka(toKafkaConfig(brokers, config))]),
    ...(redis === undefined ? [] : [examineRedis({ url: redis })]),
    ...(blobs !== undefined && isS3Url(blobs) ? [examineS3(toS3Config(blobs, config))] : []),
  ];
}

/** Of an embedded database that serves; one that does not is started by standalone and migrated then. */
function runningUrl(config: DoctorConfig, part: 'clickhouse' | 'postgres'): string | undefined {
  const folder = join(config.MILLRACE_DATA_DIR, part);
  const found = part === 'clickhouse' ? findEmbeddedClickHouse(folder) : findEmbeddedPostgres(folder);
  return typeof found === 'string' ? undefined : found.url;
}

const ANSWER_MS = 3000;

function examineCollector(endpoint: string): Examination {
  const subject = `collector ${endpoint}`;
  return examine(subject, 'look at OTEL_EXPORTER_OTLP_ENDPOINT and whether the collector runs', async () => {
    const answer = await fetch(`${endpoint.replace(/\/$/, '')}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf' },
      body: new Uint8Array(),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (answer.ok) return [{ subject, state: 'ok', says: 'takes traces' }];
    return [
      { subject, state: 'warning', says: `answered ${answer.status} to an empty export: look at its log` },
    ];
  });
}
