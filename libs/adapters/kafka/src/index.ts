export { KafkaDomainEventsModule } from './kafka-domain-events.module.ts';
export { kafkaConfigSchema, type KafkaConfig, type KafkaConfigInput } from './kafka.config.ts';
export { KafkaSpanLogModule } from './kafka-span-log.module.ts';
export { KAFKA_SETTINGS, kafkaSettingsAreWhole, toKafkaConfig } from './kafka.settings.ts';
