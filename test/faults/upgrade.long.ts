import { afterAll, beforeAll, describe, it } from 'vitest';
import { migrate } from '../support/distributed.ts';
import { expectKept } from '../support/faults/expect-kept.ts';
import type { Fault } from '../support/faults/fault.ts';
import { startTwoOfEach, type FaultyDistributed } from '../support/faults/faulty-distributed.ts';
import { buildPreviousBundles, type PreviousBundles } from '../support/faults/previous-bundles.ts';
import { runFault } from '../support/faults/run-fault.ts';
import { launchBundles } from '../support/service-fleet.ts';

describe('services of the previous schema', () => {
  let previous: PreviousBundles;
  let system: FaultyDistributed;

  beforeAll(async () => {
    previous = buildPreviousBundles();
    system = await startTwoOfEach({
      launch: launchBundles(previous.folder),
      environment: { MILLRACE_KAFKA_PARTITIONS: '4' },
    });
  }, 300_000);

  afterAll(async () => {
    await system?.stop();
    previous?.remove();
  });

  it('are upgraded under load, one instance after the other', async () => {
    expectKept(await runFault(system, rollingUpgrade()));
  }, 900_000);

  /** As docs say: the job that migrates first, while the old services go on; then they are replaced one by one. */
  function rollingUpgrade(): Fault {
    return {
      name: 'rolling upgrade from the previous schema, two of each service',
      begin: async () => {
        console.log(`upgraded from ${previous.origin}`);
        await migrate(system.target.environment);
        for (const instance of Object.values(system.instances)) {
          previous.upgrade(instance.name);
          await instance.restart();
        }
      },
      end: () => Promise.resolve(),
    };
  }
});
