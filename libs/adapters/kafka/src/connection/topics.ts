import { Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { MAX_LOG_RECORD_BYTES } from '@millrace/ports';
import type { Admin } from 'kafkajs';
import type { KafkaConfig } from '../kafka.config.ts';
import { typeOf } from './kafka-errors.ts';
import { kafkajs } from './kafkajs.ts';

/** The largest record with its key and framing. */
const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;
const logger = new Logger('Kafka');

/** Creates the topic unless it exists, checks that it can hold our records, and returns its number of partitions. */
export async function ensureTopic(admin: Admin, topic: string, config: KafkaConfig): Promise<number> {
  const isNew = !(await admin.listTopics()).includes(topic) && (await makeTopic(admin, topic, config));
  if (!isNew) await checkLimits(admin, topic);
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const partitions = topics[0]?.partitions ?? [];
  if (partitions.length === 0 || partitions.some(({ leader }) => leader < 0)) {
    throw new Unavailable(`topic ${topic} has partitions without a leader; wait or look at the brokers`);
  }
  return partitions.length;
}

/** A topic that we may not create, or not see, is somebody else's to create: they are told how. */
async function makeTopic(admin: Admin, topic: string, config: KafkaConfig): Promise<boolean> {
  if (!config.createTopics) throw awaitedTopic(topic, config, 'MILLRACE_KAFKA_CREATE_TOPICS is false');
  try {
    return await createTopic(admin, topic, config);
  } catch (error) {
    if (!isRefused(error)) throw error;
    throw awaitedTopic(topic, config, 'this user may not create it');
  }
}

function awaitedTopic(topic: string, config: KafkaConfig, why: string): Unavailable {
  const settings = Object.entries(settingsOf(config)).map(([name, value]) => ` --config ${name}=${value}`);
  const copies = config.replicationFactor < 0 ? '' : ` --replication-factor ${config.replicationFactor}`;
  return new Unavailable(
    `topic ${topic} is not there, or this user may not describe it, and ${why}; create it: ` +
      `kafka-topics --create --topic ${topic} --partitions ${config.partitions}${copies}${settings.join('')}`,
    10_000,
  );
}

function isRefused(error: unknown): boolean {
  return /AUTHORIZATION_FAILED|POLICY_VIOLATION/.test(typeOf(error) ?? '');
}

function settingsOf(config: KafkaConfig): Readonly<Record<string, string>> {
  return {
    'cleanup.policy': 'delete',
    'max.message.bytes': String(MAX_MESSAGE_BYTES),
    'retention.ms': String(config.retentionMs),
    'retention.bytes': String(config.retentionBytes),
    // One clock for all records of a partition: producers' clocks differ.
    'message.timestamp.type': 'LogAppendTime',
    ...(config.minInsyncReplicas !== undefined && {
      'min.insync.replicas': String(config.minInsyncReplicas),
    }),
  };
}

/** False when another process was faster. */
async function createTopic(admin: Admin, topic: string, config: KafkaConfig): Promise<boolean> {
  const isNew = await admin.createTopics({
    waitForLeaders: true,
    topics: [
      {
        topic,
        numPartitions: config.partitions,
        replicationFactor: config.replicationFactor,
        configEntries: Object.entries(settingsOf(config)).map(([name, value]) => ({ name, value })),
      },
    ],
  });
  if (isNew) logger.log(`created topic ${topic} with ${config.partitions} partitions`);
  return isNew;
}

async function checkLimits(admin: Admin, topic: string): Promise<void> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic, configNames: ['max.message.bytes'] }],
  });
  const limit = Number(resources[0]?.configEntries[0]?.configValue);
  if (limit < MAX_LOG_RECORD_BYTES + 65_536) {
    throw new Unavailable(
      `topic ${topic} takes messages of ${limit} bytes, but records reach ${MAX_LOG_RECORD_BYTES}: ` +
        `kafka-configs --alter --topic ${topic} --add-config max.message.bytes=${MAX_MESSAGE_BYTES}`,
      10_000,
    );
  }
}
