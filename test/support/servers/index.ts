export { freePort } from './free-port.ts';
export { openDataFolder, type DataFolder } from './data-folder.ts';
export { commandLine, ServerProcess, type ServerHandle, type ServerProgram } from './server-process.ts';
export { startClickHouse, type ClickHouseServer, type ClickHouseServerOptions } from './start-clickhouse.ts';
export {
  CLUSTER,
  SHARDED_CLUSTER,
  startClickHouseReplicas,
  type ClickHouseReplicas,
} from './start-clickhouse-replicas.ts';
export { createAuthority, type CertificateFiles, type TestAuthority } from './certificates.ts';
export {
  KAFKA_PASSWORD,
  KAFKA_USER,
  secureListeners,
  type SecureListeners,
} from './kafka/secure-listeners.ts';
export { installKafkaCommands } from './kafka-commands.ts';
export { startKafka, type KafkaServer, type KafkaServerOptions } from './start-kafka.ts';
export { startPostgres, type PostgresServer, type PostgresServerOptions } from './start-postgres.ts';
export { startRedis, type RedisServer, type RedisServerOptions } from './start-redis.ts';
export { startS3, type S3Server, type S3ServerOptions } from './start-s3.ts';
export { startBehindTls, type ServerBehindTls } from './behind-tls.ts';
export { startZooKeeper, type ZooKeeperServer } from './start-zookeeper.ts';
