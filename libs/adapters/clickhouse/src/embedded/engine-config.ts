import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analystAccess } from '../analysts/analyst-access.ts';
import { analystProfile, analystUsers } from './analyst-users.ts';

export const ENGINE_USER = 'millrace';
export const ENGINE_DATABASE = 'millrace';
/** Names in the data folder. */
export const ENGINE = 'engine';
export const MARK = 'engine.json';
export const PASSWORD = 'password';

export interface EngineConfigOptions {
  readonly dataDir: string;
  readonly memoryLimitBytes: number;
  readonly logFile: string;
}

export interface EngineFolder {
  /** The engine's own files. */
  readonly enginePath: string;
  readonly configPath: string;
  /** Tells which processes serve the folder. */
  readonly markPath: string;
  readonly password: string;
}

const MIB = 1024 * 1024;
/**
 * Below this much free disk inserts are refused, which leaves room to drop old partitions. Less than half of what the local log
 * keeps free: what it has acknowledged can still be stored.
 */
const RESERVED_DISK_BYTES = 100 * MIB;

/** Writes the engine's configuration into the data folder; the password is made once and kept there. */
export function writeEngineConfig(options: EngineConfigOptions): EngineFolder {
  const folder = resolve(options.dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = keepPassword(join(folder, PASSWORD));
  const usersPath = join(folder, 'users.xml');
  writePrivate(usersPath, usersXml(password));
  const configPath = join(folder, 'config.xml');
  writePrivate(configPath, configXml({ ...options, logFile: resolve(options.logFile) }, usersPath));
  return { enginePath: join(folder, ENGINE), configPath, markPath: join(folder, MARK), password };
}

/** The only place the engine writes backups to and reads them from. */
export function backupsFolder(dataDir: string): string {
  return join(resolve(dataDir), 'backups');
}

function keepPassword(path: string): string {
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim();
    if (kept !== '') return kept;
  }
  const password = randomBytes(24).toString('hex');
  writePrivate(path, password);
  return password;
}

/** What is there already stays: on a full disk it could not be written again. */
function writePrivate(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text, { mode: 0o600 });
  chmodSync(path, 0o600);
}

/** The engine must have a `default` user without password on loopback; here it can do nothing but start listening. */
function usersXml(password: string): string {
  const digest = createHash('sha256').update(password).digest('hex');
  const access = analystAccess(ENGINE_DATABASE, password);
  const loopback = '<networks><ip>127.0.0.1</ip></networks><quota>default</quota>';
  return `<clickhouse>
<profiles><default/><application/>${analystProfile()}</profiles>
<quotas><default/></quotas>
<users>
 <default><password/>${loopback}<profile>default</profile><grants>
  <query>GRANT SYSTEM LISTEN ON *.*</query>
  <query>GRANT SELECT ON system.numbers</query>
 </grants></default>
 <${ENGINE_USER}><password_sha256_hex>${digest}</password_sha256_hex>${loopback}<profile>application</profile><grants>
  <query>GRANT ALL ON ${ENGINE_DATABASE}.*</query>
  <query>GRANT TABLE ENGINE ON *</query>
  <query>GRANT SELECT ON system.*</query>
  <query>GRANT KILL QUERY ON *.*</query>
  <query>GRANT ALL ON ${access.database}.*</query>
  <query>GRANT SET DEFINER ON ${access.viewer}</query>
 </grants></${ENGINE_USER}>
${analystUsers(access, ENGINE_DATABASE)}
</users>
</clickhouse>
`;
}

/** Sized for a laptop: small caches and pools, no system log tables (none are declared), one cap on memory. */
function configXml(options: EngineConfigOptions, usersPath: string): string {
  const cache = Math.min(64 * MIB, Math.floor(options.memoryLimitBytes / 10));
  return `<clickhouse>
 <backups><allowed_path>${escapeXml(backupsFolder(options.dataDir))}</allowed_path></backups>
 <logger><log>${escapeXml(options.logFile)}</log><size>10M</size><count>2</count></logger>
 <users_config>${escapeXml(usersPath)}</users_config>
 <max_server_memory_usage>${options.memoryLimitBytes}</max_server_memory_usage>
 <memory_worker_use_cgroup>0</memory_worker_use_cgroup>
 <memory_worker_period_ms>200</memory_worker_period_ms>
 <mark_cache_size>${cache}</mark_cache_size>
 <primary_index_cache_size>${cache}</primary_index_cache_size>
 <index_mark_cache_size>${Math.floor(cache / 4)}</index_mark_cache_size>
 <query_condition_cache_size>${4 * MIB}</query_condition_cache_size>
 <uncompressed_cache_size>0</uncompressed_cache_size>
 <mmap_cache_size>0</mmap_cache_size>
 <compiled_expression_cache_size>${8 * MIB}</compiled_expression_cache_size>
 <max_concurrent_queries>100</max_concurrent_queries>
 <keep_alive_timeout>60</keep_alive_timeout>
 <background_pool_size>2</background_pool_size>
 <background_merges_mutations_concurrency_ratio>1</background_merges_mutations_concurrency_ratio>
 <background_schedule_pool_size>4</background_schedule_pool_size>
 <background_common_pool_size>2</background_common_pool_size>
 <background_move_pool_size>1</background_move_pool_size>
 <background_fetches_pool_size>1</background_fetches_pool_size>
 <background_message_broker_schedule_pool_size>1</background_message_broker_schedule_pool_size>
 <background_distributed_schedule_pool_size>1</background_distributed_schedule_pool_size>
 <merge_tree>
  <min_free_disk_bytes_to_perform_insert>${RESERVED_DISK_BYTES}</min_free_disk_bytes_to_perform_insert>
  <number_of_free_entries_in_pool_to_execute_mutation>1</number_of_free_entries_in_pool_to_execute_mutation>
  <number_of_free_entries_in_pool_to_lower_max_size_of_merge>1</number_of_free_entries_in_pool_to_lower_max_size_of_merge>
  <number_of_free_entries_in_pool_to_execute_optimize_entire_partition>1</number_of_free_entries_in_pool_to_execute_optimize_entire_partition>
  <fsync_after_insert>1</fsync_after_insert>
  <fsync_part_directory>1</fsync_part_directory>
 </merge_tree>
</clickhouse>
`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
