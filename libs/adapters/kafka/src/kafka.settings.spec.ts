import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, SETTINGS } from '@millrace/service-kit';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kafkaConfigSchema } from './kafka.config.ts';
import { KAFKA_SETTINGS, kafkaSettingsAreWhole, toKafkaConfig } from './kafka.settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n';
const KEY = '-----BEGIN PRIVATE KEY-----\nVerySecretBytes\n-----END PRIVATE KEY-----\n';
const schema = z
  .object({ MILLRACE_KAFKA_BROKERS: SETTINGS.MILLRACE_KAFKA_BROKERS, ...KAFKA_SETTINGS })
  .check(kafkaSettingsAreWhole);

function configOf(settings: Readonly<Record<string, string>>) {
  const config = loadConfig(schema, { MILLRACE_KAFKA_BROKERS: 'a:9092', ...settings });
  return toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config);
}

describe('the Kafka settings', () => {
  it('have the defaults of the adapter', () => {
    expect(configOf({})).toEqual(kafkaConfigSchema.parse({ brokers: ['a:9092'] }));
  });

  it('reach everything the adapter can be told', () => {
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, CERTIFICATE);
    const config = configOf({
      MILLRACE_KAFKA_CLIENT_ID: 'us',
      MILLRACE_KAFKA_TLS_CA: ca,
      MILLRACE_KAFKA_TLS_CERT: CERTIFICATE.replaceAll('\n', '\\n'),
      MILLRACE_KAFKA_TLS_KEY: KEY,
      MILLRACE_KAFKA_TLS_SERVER_NAME: 'kafka.example',
      MILLRACE_KAFKA_SASL_MECHANISM: 'scram-sha-512',
      MILLRACE_KAFKA_SASL_USERNAME: 'millrace',
      MILLRACE_KAFKA_SASL_PASSWORD: 'secret',
      MILLRACE_KAFKA_TOPIC_PREFIX: 'team.traces',
      MILLRACE_KAFKA_PARTITIONS: '12',
      MILLRACE_KAFKA_REPLICATION_FACTOR: '3',
      MILLRACE_KAFKA_MIN_INSYNC_REPLICAS: '2',
      MILLRACE_KAFKA_CREATE_TOPICS: 'false',
      MILLRACE_KAFKA_RETENTION_MS: '-1',
      MILLRACE_KAFKA_RETENTION_BYTES: '1000000',
      MILLRACE_KAFKA_EPOCH: '2',
      MILLRACE_KAFKA_MAX_IN_FLIGHT_BYTES: '1000',
      MILLRACE_KAFKA_COMPRESSION: 'zstd',
      MILLRACE_KAFKA_SESSION_TIMEOUT_MS: '30000',
    });
    expect(config).toEqual({
      brokers: ['a:9092'],
      clientId: 'us',
      tls: { ca: CERTIFICATE, cert: CERTIFICATE, key: KEY, serverName: 'kafka.example' },
      sasl: { mechanism: 'scram-sha-512', username: 'millrace', password: 'secret' },
      topicPrefix: 'team.traces',
      partitions: 12,
      replicationFactor: 3,
      minInsyncReplicas: 2,
      createTopics: false,
      retentionMs: -1,
      retentionBytes: 1_000_000,
      epoch: 2,
      maxInFlightBytes: 1000,
      compression: 'zstd',
      sessionTimeoutMs: 30_000,
    });
    expect(Object.keys(config)).toEqual(Object.keys(kafkaConfigSchema.shape));
  });

  it('turn TLS on alone, with the authorities of the system', () => {
    expect(configOf({ MILLRACE_KAFKA_TLS: 'on' }).tls).toBe(true);
  });

  it('tell all faults at once and no secret', () => {
    const faults = faultsOf({
      MILLRACE_KAFKA_TLS: 'maybe',
      MILLRACE_KAFKA_TLS_CA: join(folder, 'missing.pem'),
      MILLRACE_KAFKA_TLS_CERT: KEY,
      MILLRACE_KAFKA_SASL_MECHANISM: 'gssapi',
      MILLRACE_KAFKA_SASL_PASSWORD: 'hunter2',
      MILLRACE_KAFKA_PARTITIONS: '0',
      MILLRACE_KAFKA_EPOCH: '1.5',
    });
    expect(faults).toEqual([
      'MILLRACE_KAFKA_TLS is "maybe": expected one of "on"|"off"',
      `MILLRACE_KAFKA_TLS_CA is "${join(folder, 'missing.pem')}": expected PEM text or the path of a file that can be read`,
      'MILLRACE_KAFKA_TLS_CERT is "*** private key ***\\n": expected PEM text with a CERTIFICATE in it',
      'MILLRACE_KAFKA_SASL_MECHANISM is "gssapi": expected one of "plain"|"scram-sha-256"|"scram-sha-512"',
      'MILLRACE_KAFKA_PARTITIONS is "0": Too small: expected number to be >=1',
      'MILLRACE_KAFKA_EPOCH is "1.5": expected a whole number',
      'MILLRACE_KAFKA_SASL_USERNAME is missing: MILLRACE_KAFKA_SASL_MECHANISM needs it',
      'MILLRACE_KAFKA_TLS_KEY is missing: MILLRACE_KAFKA_TLS_CERT needs it',
    ]);
  });

  it.each([
    ['MILLRACE_KAFKA_SASL_MECHANISM', 'plain', ['USERNAME', 'PASSWORD']],
    ['MILLRACE_KAFKA_SASL_USERNAME', 'millrace', ['MECHANISM']],
    ['MILLRACE_KAFKA_SASL_PASSWORD', 'secret', ['MECHANISM']],
  ])('tell what %s needs', (name, value, missing) => {
    expect(faultsOf({ [name]: value })).toEqual(
      missing.map((each) => `MILLRACE_KAFKA_SASL_${each} is missing: ${name} needs it`),
    );
  });
});

function faultsOf(settings: Readonly<Record<string, string>>): string[] {
  try {
    configOf(settings);
  } catch (error) {
    return String(error)
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}
