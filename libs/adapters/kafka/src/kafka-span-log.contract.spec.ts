import { describeSpanLog } from '@millrace/port-contracts';
import { afterAll, beforeAll } from 'vitest';
import { KafkaFixture } from './testing/kafka-fixture.ts';

const kafka = new KafkaFixture();
beforeAll(() => kafka.start());
afterAll(() => kafka.stop());

describeSpanLog('KafkaSpanLog', {
  shards: 2,
  histories: 3,
  createStorage: async () => kafka.createSpanLogStorage({ partitions: 2 }),
});
