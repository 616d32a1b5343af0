import { vi } from 'vitest';
import { getJson } from '../api.ts';
import { SERVICES, type ServiceHandle } from '../service-fleet.ts';
import type { Fault } from './fault.ts';
import type { FaultyDistributed } from './faulty-distributed.ts';

const PATIENCE = { timeout: 120_000, interval: 250 };

/** All services roll at the same time, as when a chart is upgraded; of each, one instance ends and starts again after the other. */
export function allRestartInTurn({ instances }: FaultyDistributed): Fault {
  return {
    name: 'rolling restart of every service, two of each',
    begin: async () => {
      const all = Object.values(instances);
      await Promise.all(
        SERVICES.map(async (service) => {
          for (const each of all) if (each.name === service) await each.restart();
        }),
      );
    },
    end: () => Promise.resolve(),
  };
}

/** The writer at work is killed and stays away until another has its partition. */
export function writerIsKilled(system: FaultyDistributed): Fault {
  let victim: ServiceHandle | undefined;
  return {
    name: 'kill -9 of one of two writers',
    begin: async () => {
      const { working, standing } = await writersOf(system);
      victim = working;
      await working.kill();
      await untilWorking(standing);
    },
    end: async () => victim?.restart(),
  };
}

/** The writer at work stands still until another has its partition, then wakes up and must not write what is not its own any more. */
export function writerSleeps(system: FaultyDistributed): Fault {
  let victim: ServiceHandle | undefined;
  return {
    name: 'SIGSTOP of one of two writers, longer than its session',
    begin: async () => {
      const { working, standing } = await writersOf(system);
      victim = working;
      process.kill(working.pid, 'SIGSTOP');
      await untilWorking(standing);
    },
    end: async () => void process.kill(victim?.pid ?? 0, 'SIGCONT'),
  };
}

/** With one partition one writer works and the other stands by. */
export async function writersOf({ instances }: FaultyDistributed) {
  const writers = Object.values(instances).filter(({ name }) => name === 'writer');
  return vi.waitFor(async () => {
    const states = await Promise.all(writers.map(writerState));
    const [working, standing] = [writers[states.indexOf('ok')], writers[states.indexOf(STANDING)]];
    if (!working || !standing) throw new Error(`the writers say: ${states.join(' and ')}`);
    return { working, standing };
  }, PATIENCE);
}

const STANDING = 'standing by: no partition assigned';

async function untilWorking(writer: ServiceHandle): Promise<void> {
  await vi.waitFor(async () => {
    const state = await writerState(writer);
    if (state !== 'ok') throw new Error(`the writer says: ${state}`);
  }, PATIENCE);
}

async function writerState({ url }: ServiceHandle): Promise<string> {
  const { checks } = await getJson<{ checks: { writer: string } }>(`${url}/health/ready`);
  return checks.writer;
}
