import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSpanLog, type SpanLogStorage } from '@millrace/port-contracts';
import { HostedSpanLog } from '../testing/hosted-span-log.ts';
import { LocalSpanLog } from './local-span-log.ts';

describeSpanLog('LocalSpanLog', { shards: 1, histories: 60, createStorage });

async function createStorage(): Promise<SpanLogStorage> {
  const dir = await mkdtemp(join(tmpdir(), 'millrace-span-log-'));
  return {
    open: async (options = {}) => {
      const log = await LocalSpanLog.open({ dir, ...options });
      return { log, close: () => log.onApplicationShutdown() };
    },
    openCrashable: () => HostedSpanLog.start(dir),
    destroy: () => rm(dir, { recursive: true, force: true }),
  };
}
