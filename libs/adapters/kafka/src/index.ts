export { KafkaDomainEventsModule } from './kafka-domain-events.module.ts';
export type { KafkaConfig } from './kafka.config.ts';
export { KafkaSpanLogModule } from './kafka-span-log.module.ts';
export { KAFKA_SETTINGS, kafkaSettingsAreWhole, toKafkaConfig } from './kafka.settings.ts';
export { examineKafka } from './examine-kafka.ts';
