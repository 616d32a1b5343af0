import { Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { MAX_LOG_RECORD_BYTES } from '@millrace/ports';
import type { Admin } from 'kafkajs';
import type { KafkaConfig } from '../kafka.config.ts';
import { kafkajs } from './kafkajs.ts';

/** The largest record with its key and framing. */
const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;
const logger = new Logger('Kafka');

/** Creates the topic unless it exists, checks that it can hold our records, and returns its number of partitions. */
export async function ensureTopic(admin: Admin, topic: string, config: KafkaConfig): Promise<number> {
  const isNew = !(await admin.listTopics()).includes(topic) && (await createTopic(admin, topic, config));
  if (!isNew) await checkLimits(admin, topic);
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const partitions = topics[0]?.partitions ?? [];
  if (partitions.length === 0 || partitions.some(({ leader }) => leader < 0)) {
    throw new Unavailable(`topic ${topic} has partitions without a leader; wait or look at the brokers`);
  }
  return partitions.length;
}

/** False when another process was faster. */
async function createTopic(admin: Admin, topic: string, config: KafkaConfig): Promise<boolean> {
  const settings = {
    'cleanup.policy': 'delete',
    'max.message.bytes': String(MAX_MESSAGE_BYTES),
    'retention.ms': String(config.retentionMs),
    'retention.bytes': String(config.retentionBytes),
    // One clock for all records of a partition: producers' clocks differ.
    'message.timestamp.type': 'LogAppendTime',
  };
  const isNew = await admin.createTopics({
    waitForLeaders: true,
    topics: [
      {
        topic,
        numPartitions: config.partitions,
        replicationFactor: config.replicationFactor,
        configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
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
