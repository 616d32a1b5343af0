import { afterEach } from 'vitest';
import type { CrashableSpanLog, OpenSpanLog, SpanLogHarness, SpanLogOpenOptions } from './harness.ts';

/** One storage a test, and everything opened on it closed afterwards. */
export interface TestLog {
  open(options?: SpanLogOpenOptions): Promise<OpenSpanLog>;
  openCrashable(): Promise<CrashableSpanLog>;
}

/** Call inside `describe`: returns a factory of logs that are cleaned up after each test. */
export function useTestLogs(harness: SpanLogHarness): () => Promise<TestLog> {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });
  return async () => {
    const storage = await harness.createStorage();
    cleanups.push(() => storage.destroy());
    return {
      open: async (options) => {
        const opened = await storage.open(options);
        cleanups.push(() => opened.close());
        return opened;
      },
      openCrashable: async () => storage.openCrashable(),
    };
  };
}
