import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectKept } from '../support/faults/expect-kept.ts';
import type { Fault } from '../support/faults/fault.ts';
import { FaultyClocks } from '../support/faults/faulty-clocks.ts';
import { startFaultyDistributed, type FaultyDistributed } from '../support/faults/faulty-distributed.ts';
import { runFault } from '../support/faults/run-fault.ts';
import { SERVICES, type DistributedService } from '../support/service-fleet.ts';

const HOURS = [3, -3] as const;
const PATIENCE = { timeout: 60_000, interval: 250 };

describe('services whose clocks are wrong', () => {
  let clocks: FaultyClocks;
  let system: FaultyDistributed;

  beforeAll(async () => {
    clocks = new FaultyClocks();
    system = await startFaultyDistributed({ environmentOf: (service) => clocks.environmentOf(service) });
  }, 240_000);

  afterAll(async () => {
    await system?.stop();
    clocks?.remove();
  });

  it.each(SERVICES.flatMap((service) => HOURS.map((hours) => [service, hours] as const)))(
    'keep what they acknowledged: %s, %i h',
    async (service, hours) => {
      expectKept(await runFault(system, clockJumps(service, hours)));
    },
    600_000,
  );

  function clockJumps(service: DistributedService, hours: number): Fault {
    return {
      name: `clock of ${service} jumps ${Math.abs(hours)} h ${hours < 0 ? 'back' : 'ahead'}, and back again`,
      begin: async () => {
        clocks.set(service, hours * 3600);
        // Its answers carry its own time.
        await expect.poll(() => hoursAhead(service), PATIENCE).toBe(hours);
      },
      end: async () => {
        clocks.set(service, 0);
        await expect.poll(() => hoursAhead(service), PATIENCE).toBe(0);
      },
    };
  }

  async function hoursAhead(service: DistributedService): Promise<number> {
    const answer = await fetch(`${system.parts[service]}/health/live`);
    await answer.arrayBuffer();
    // What is rounded to -0 is 0.
    return Math.round((Date.parse(answer.headers.get('date') ?? '') - Date.now()) / 3_600_000) + 0;
  }
});
