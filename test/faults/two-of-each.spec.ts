import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectKept } from '../support/faults/expect-kept.ts';
import { SOON } from '../support/faults/fault.ts';
import { startTwoOfEach, type FaultyDistributed } from '../support/faults/faulty-distributed.ts';
import { runFault } from '../support/faults/run-fault.ts';
import { allRestartInTurn, writerIsKilled, writerSleeps, writersOf } from '../support/faults/two-of-each.ts';

describe('two of each service, and one partition', () => {
  let system: FaultyDistributed;

  beforeAll(async () => {
    system = await startTwoOfEach({
      environment: { ...SOON, MILLRACE_KAFKA_PARTITIONS: '1' },
    });
  }, 300_000);

  afterAll(() => system?.stop());

  it('both writers are ready, one of them standing by', async () => {
    const { working, standing } = await writersOf(system);
    for (const { url } of [working, standing]) expect(await (await fetch(`${url}/health`)).text()).toBe('OK');
  });

  it.each([writerIsKilled, writerSleeps, allRestartInTurn])(
    'keep what they acknowledged: %o',
    async (make) => {
      expectKept(await runFault(system, make(system)));
    },
    600_000,
  );
});
