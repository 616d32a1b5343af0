import { clockFinding, examine, type Finding } from '@millrace/domain';
import type { RedisConfig } from './redis.config.ts';

const CONNECT_MS = 10_000;
const OLDEST = 6;

/** Whether a Redis is what the job queue needs. Changes nothing. */
export function examineRedis({ url }: RedisConfig): Promise<readonly Finding[]> {
  const advice = 'look at MILLRACE_REDIS_URL (password, host, rediss:// for TLS) and whether Redis runs';
  return examine('redis', advice, async () => {
    // Loaded here and not above: a process whose jobs are in PostgreSQL has no memory for it.
    const { Redis } = await import('ioredis');
    const client = new Redis(url, {
      lazyConnect: true,
      connectTimeout: CONNECT_MS,
      commandTimeout: CONNECT_MS,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    let fault: Error | undefined;
    client.on('error', (error: Error) => (fault = error));
    try {
      await client.connect();
      const [seconds, microseconds] = await client.time();
      const nowMs = 1000 * Number(seconds) + Number(microseconds) / 1000;
      return [...judge(await client.info()), clockFinding('redis', nowMs)];
    } catch (error) {
      throw fault ?? error;
    } finally {
      client.disconnect();
    }
  });
}

function judge(info: string): readonly Finding[] {
  const field = (name: string): string => new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1] ?? '';
  const subject = 'redis';
  const findings: Finding[] = [{ subject, state: 'ok', says: `answers, version ${field('redis_version')}` }];
  const add = (state: Finding['state'], says: string) => void findings.push({ subject, state, says });
  if (Number.parseInt(field('redis_version'), 10) < OLDEST)
    add('wrong', `is too old: use Redis ${OLDEST} or newer`);
  if (field('role') === 'slave')
    add('wrong', 'is a replica that takes no changes: give the address of the primary');
  const policy = field('maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction')
    add('wrong', `evicts jobs when its memory is full (${policy}): set maxmemory-policy to noeviction`);
  if (field('aof_enabled') === '0' && field('rdb_last_save_time') === '')
    add('warning', 'writes nothing to disk: set appendonly yes');
  else if (field('aof_enabled') === '0')
    add(
      'warning',
      'jobs since its last snapshot are lost with it, and found again in PostgreSQL after minutes: set appendonly yes',
    );
  return findings;
}
