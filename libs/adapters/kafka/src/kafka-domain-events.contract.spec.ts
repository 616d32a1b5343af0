import { describeDomainEvents } from '@millrace/port-contracts';
import { afterAll, beforeAll } from 'vitest';
import { KafkaFixture } from './testing/kafka-fixture.ts';

const kafka = new KafkaFixture();
beforeAll(() => kafka.start());
afterAll(() => kafka.stop());

describeDomainEvents('KafkaDomainEvents', { createStorage: async () => kafka.createEventsStorage() });
