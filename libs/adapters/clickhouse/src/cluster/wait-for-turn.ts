import { setTimeout as sleep } from 'node:timers/promises';
import { ClickHouseError } from '@clickhouse/client';

/** Another insert into the table has not reached its quorum; the replica that was asked lacks what others have. Source: ClickHouse src/Common/ErrorCodes.cpp. */
const NOT_YET = new Set(['286', '289']);
const SHORTEST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;

/** Repeats what a replicated cluster refuses for a moment, at uneven intervals so that those who wait don't all come back at once. */
export async function waitForTurn<Result>(ask: () => Promise<Result>, patienceMs: number): Promise<Result> {
  const end = Date.now() + patienceMs;
  for (let pause = SHORTEST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ClickHouseError) || !NOT_YET.has(error.code) || Date.now() > end) throw error;
    }
    await sleep(pause * (0.5 + Math.random()));
  }
}
