export { BullmqJobQueueModule } from './bullmq-job-queue.module.ts';
export type { RedisConfig } from './redis.config.ts';
export { examineRedis } from './examine-redis.ts';
