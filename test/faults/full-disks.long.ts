import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectKept } from '../support/faults/expect-kept.ts';
import {
  serverDiskIsFull,
  startFaultyDistributed,
  type FaultyDistributed,
} from '../support/faults/faulty-distributed.ts';
import { runFault } from '../support/faults/run-fault.ts';

/** Of ClickHouse more than it keeps free; Kafka makes files for indexes that are larger than what is in them. */
const DISKS = { clickhouse: 1500, kafka: 1500 };

describe('servers whose disks are full', () => {
  let system: FaultyDistributed;

  beforeAll(async () => {
    system = await startFaultyDistributed({ disks: DISKS });
  }, 240_000);

  afterAll(() => system?.stop());

  it.each([
    ['clickhouse', false],
    ['clickhouse', true],
    ['kafka', false],
    ['kafka', true],
  ] as const)(
    '%s (killed on it: %s) lose nothing that was acknowledged',
    async (server, isKilled) => {
      const line = await runFault(system, serverDiskIsFull(system, server, { isKilled }));
      expectKept(line);
      expect(system.target[server].ballast).toBeDefined();
    },
    1_200_000,
  );
});
