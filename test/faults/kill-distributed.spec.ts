import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { checkLedger, untilAcknowledging } from '../support/check-ledger.ts';
import { startDistributed, type RunningDistributed } from '../support/distributed.ts';
import { LedgerLoad } from '../support/ledger.ts';

/** Long form: MILLRACE_FAULT_ROUNDS=40 npx vitest run --project faults */
const ROUNDS = Number(process.env['MILLRACE_FAULT_ROUNDS'] ?? 5);

describe('services under kill -9', () => {
  let target: RunningDistributed;

  beforeAll(async () => {
    target = await startDistributed();
  }, 180_000);

  afterAll(() => target?.stop());

  it(
    `lose nothing acknowledged and double nothing in ${ROUNDS} kills under load, servers included`,
    async () => {
      const victims = [
        target.services.writer,
        target.services.ingest,
        target.clickhouse,
        target.kafka,
        target.services['query-api'],
      ];
      const load = new LedgerLoad(target.otlpUrl);
      for (let round = 0; round < ROUNDS; round += 1) {
        await untilAcknowledging(load);
        const victim = victims[round % victims.length];
        await victim?.kill();
        await sleep(300);
        await victim?.restart();
      }
      await untilAcknowledging(load);
      await load.stop();
      await checkLedger(target.url, load);
    },
    120_000 + ROUNDS * 40_000,
  );
});
