export { RedisModule } from './redis.module.ts';
export type { RedisConfig } from './redis.config.ts';
