import type { Consumer, Producer } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaultyLink } from '../../../../../test/support/faults/faulty-link.ts';
import { freePort, startKafka, type KafkaServer } from '../../../../../test/support/servers/index.ts';
import { kafkaConfigSchema } from '../kafka.config.ts';
import { connectKafka } from './kafka-connection.ts';

const ANSWER_TIMEOUT_MS = 1_000;
const TOPIC = 'lost-connections';

describe('connections to Kafka that are lost without a word', () => {
  let broker: KafkaServer;
  let link: FaultyLink;
  let producer: Producer;
  let consumer: Consumer;
  const read: string[] = [];

  beforeAll(async () => {
    const port = await freePort();
    link = await FaultyLink.to(port);
    broker = await startKafka({ doors: [{ name: 'LINK', port, advertisedPort: link.port }] });
    const config = kafkaConfigSchema.parse({ brokers: [`127.0.0.1:${link.port}`] });
    const kafka = connectKafka(config, { answerTimeoutMs: ANSWER_TIMEOUT_MS });
    const admin = kafka.admin();
    await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }] });
    await admin.disconnect();
    producer = kafka.producer({ createPartitioner: () => () => 0 });
    consumer = kafka.consumer({ groupId: TOPIC, maxWaitTimeInMs: 300 });
    await Promise.all([producer.connect(), consumer.connect()]);
    await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void read.push(String(message.value)) });
  });

  afterAll(async () => {
    await Promise.all([producer?.disconnect(), consumer?.disconnect()]);
    await link?.stop();
    await broker?.stop();
  });

  it('are given up once a request has no answer in time, and new ones go on', async () => {
    const send = (value: string) => producer.send({ topic: TOPIC, messages: [{ value }] });
    await send('before');
    await expect.poll(() => read, { timeout: 20_000 }).toEqual(['before']);
    link.forget();
    await send('after');
    await expect.poll(() => [...new Set(read)], { timeout: 20_000 }).toEqual(['before', 'after']);
  });
});
