import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectKept } from '../support/faults/expect-kept.ts';
import { IS_LONG_FORM, type Fault } from '../support/faults/fault.ts';
import {
  diskIsFull,
  engineIsKilled,
  engineStandsStill,
  everythingIsKilled,
  standaloneIsKilled,
  standaloneStandsStill,
  startFaultyStandalone,
  type FaultyStandalone,
} from '../support/faults/faulty-standalone.ts';
import { runFault } from '../support/faults/run-fault.ts';
import { descendants, isAlive } from '../support/processes.ts';
import { startStandalone } from '../support/standalone.ts';

type MakeFault = (system: FaultyStandalone) => Fault;

const SHORT: readonly MakeFault[] = [
  everythingIsKilled,
  (system) => engineIsKilled(system, 'ClickHouse'),
  (system) => engineIsKilled(system, 'PostgreSQL'),
  (system) => diskIsFull(system, { killed: ['ClickHouse', 'PostgreSQL'] }),
  (system) => engineStandsStill(system, 'ClickHouse'),
];
const LONG: readonly MakeFault[] = [
  ...SHORT,
  standaloneIsKilled,
  standaloneStandsStill,
  (system) => engineStandsStill(system, 'PostgreSQL'),
  (system) => diskIsFull(system),
];

describe('standalone under load', () => {
  let system: FaultyStandalone;

  beforeAll(async () => {
    system = await startFaultyStandalone();
  }, 180_000);

  afterAll(() => system?.stop());

  it.each((IS_LONG_FORM ? LONG : SHORT).map((make, index) => [index, make] as const))(
    'keeps what it acknowledged, tells the truth and recovers: fault %i',
    async (_, make) => {
      expectKept(await runFault(system, make(system)));
    },
    600_000,
  );

  it('leaves no process behind when it stops', async () => {
    const server = system.server();
    const tree = descendants(server.process.pid ?? 0);
    expect(tree.length).toBeGreaterThan(1);
    server.process.kill('SIGTERM');
    await untilTrue(() => tree.every((pid) => !isAlive(pid)), 'all its processes are gone');
  });

  it('ends at once on a second Ctrl-C, its engines with it', async () => {
    const impatient = await startStandalone();
    const tree = descendants(impatient.pids[0] ?? 0);
    expect(tree.length).toBeGreaterThan(2);
    impatient.process.kill('SIGINT');
    impatient.process.kill('SIGINT');
    await untilTrue(() => tree.every((pid) => !isAlive(pid)), 'all its processes are gone', 10_000);
    await impatient.stop();
  });
});

async function untilTrue(condition: () => boolean, what: string, timeoutMs = 60_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; !condition(); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`);
  }
}
