import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createAuthority,
  KAFKA_PASSWORD,
  KAFKA_USER,
  secureListeners,
  startKafka,
  type KafkaServer,
  type SecureListeners,
  type TestAuthority,
} from '../../../../../test/support/servers/index.ts';
import { kafkaConfigSchema, type KafkaConfigInput } from '../kafka.config.ts';
import { KafkaSpanLog } from '../kafka-span-log.ts';
import { kafkajs } from './kafkajs.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };
const folder = mkdtempSync(join(tmpdir(), 'millrace-kafka-topics-'));
const opened: KafkaSpanLog[] = [];
let authority: TestAuthority;
let secure: SecureListeners;
let server: KafkaServer;

beforeAll(async () => {
  Logger.overrideLogger(['fatal']);
  authority = await createAuthority(folder);
  secure = await secureListeners(authority, folder);
  server = await startKafka({
    listeners: secure.listeners,
    scramUsers: secure.scramUsers,
    settings: {
      ...secure.settings,
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      // Whoever comes by the plain listener; the user that signs in has no right at all.
      'super.users': 'User:ANONYMOUS',
    },
  });
});
afterEach(async () => {
  for (const log of opened.splice(0)) await log.onApplicationShutdown();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function open(settings: Partial<KafkaConfigInput>): KafkaSpanLog {
  const log = new KafkaSpanLog(kafkaConfigSchema.parse({ brokers: [...server.brokers], ...settings }));
  log.onModuleInit();
  opened.push(log);
  return log;
}

function isReady(log: KafkaSpanLog): Promise<void> {
  return vi.waitFor(() => log.checkReady(), PATIENCE);
}

async function asAdministrator<Result>(
  ask: (admin: ReturnType<InstanceType<typeof kafkajs.Kafka>['admin']>) => Promise<Result>,
): Promise<Result> {
  const admin = new kafkajs.Kafka({ brokers: [...server.brokers], logLevel: 0 }).admin();
  await admin.connect();
  try {
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
}

async function settingsOf(topic: string): Promise<Readonly<Record<string, string>>> {
  const { resources } = await asAdministrator((admin) =>
    admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic }],
    }),
  );
  const entries = resources[0]?.configEntries ?? [];
  return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
}

describe('topics', () => {
  it('are created once by services that start together, with what the operator set', async () => {
    const settings = { topicPrefix: 'race', partitions: 3, minInsyncReplicas: 1, retentionMs: 3_600_000 };
    await Promise.all([open(settings), open(settings), open(settings)].map(isReady));
    expect(await settingsOf('race.spans')).toMatchObject({
      'min.insync.replicas': '1',
      'retention.ms': '3600000',
      'message.timestamp.type': 'LogAppendTime',
    });
    const { topics } = await asAdministrator((admin) => admin.fetchTopicMetadata({ topics: ['race.spans'] }));
    expect(topics[0]?.partitions).toHaveLength(3);
  });

  it('are awaited where an operator makes them, who is told how', async () => {
    const log = open({ topicPrefix: 'awaited', partitions: 2, createTopics: false, replicationFactor: 1 });
    const command =
      'kafka-topics --create --topic awaited.spans --partitions 2 --replication-factor 1' +
      ' --config cleanup.policy=delete --config max.message.bytes=10485760';
    await vi.waitFor(() => expect(log.checkReady()).rejects.toThrow(command), PATIENCE);
    expect(await asAdministrator((admin) => admin.listTopics())).not.toContain('awaited.spans');
    await asAdministrator((admin) =>
      admin.createTopics({
        topics: [
          {
            topic: 'awaited.spans',
            numPartitions: 2,
            configEntries: [{ name: 'max.message.bytes', value: '10485760' }],
          },
        ],
      }),
    );
    await isReady(log);
  });

  it('are awaited as well where the brokers refuse to create them', async () => {
    const log = open({
      brokers: [secure.saslBroker],
      topicPrefix: 'forbidden',
      tls: { ca: readFileSync(authority.ca, 'utf8'), serverName: 'kafka.test' },
      sasl: { mechanism: 'plain', username: KAFKA_USER, password: KAFKA_PASSWORD },
    });
    const advice = /this user may not create it; create it: kafka-topics --create --topic forbidden\.spans/;
    await vi.waitFor(() => expect(log.checkReady()).rejects.toThrow(advice), PATIENCE);
  });
});
