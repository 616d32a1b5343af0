export { RedisConnection } from './redis-connection.ts';
export { RedisModule } from './redis.module.ts';
export { redisConfigSchema, type RedisConfig } from './redis.config.ts';
