export {
  EmbeddedClickHouse,
  startEmbeddedClickHouse,
  type EmbeddedClickHouseOptions,
} from './embedded/embedded-clickhouse.ts';
