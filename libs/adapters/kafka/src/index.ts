export { KafkaDomainEvents } from './kafka-domain-events.ts';
export { KafkaDomainEventsModule } from './kafka-domain-events.module.ts';
export { kafkaConfigSchema, type KafkaConfig, type KafkaConfigInput } from './kafka.config.ts';
export { KafkaSpanLog } from './kafka-span-log.ts';
export { KafkaSpanLogModule } from './kafka-span-log.module.ts';
export { shardOf } from './shard-of.ts';
