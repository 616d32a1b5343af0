import { join } from 'node:path';
import { startDistributed } from './distributed.ts';
import type { Environment } from './service-fleet.ts';
import { ServerProcess } from './servers/index.ts';
import { startStandalone, type RunningTarget } from './standalone.ts';
import type { Topology } from './topologies.ts';

/** A Millrace whose evaluating process can be killed and started again, with another clock if need be. */
export interface EvaluationTarget extends RunningTarget {
  /** kill -9 of the process that evaluates, then a new one with these settings; resolves when that is healthy. */
  killAndRestart(environment: Environment): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const PRIVATE_TARGETS = { MILLRACE_GATEWAY_PRIVATE_TARGETS: 'true' };

export function startEvaluationTarget(
  name: Topology['name'],
  environment: Environment,
): Promise<EvaluationTarget> {
  return name === 'standalone' ? startAll(environment) : startServices(environment);
}

async function startAll(environment: Environment): Promise<EvaluationTarget> {
  let running = await startStandalone({ environment: { ...PRIVATE_TARGETS, ...environment } });
  const { dataDir, ports } = running;
  const stopFirst = running.stop;
  return {
    ...running,
    get pids() {
      return running.pids;
    },
    killAndRestart: async (changed) => {
      await running.kill();
      running = await startStandalone({
        dataDir,
        ports,
        environment: { ...PRIVATE_TARGETS, ...environment, ...changed },
      });
    },
    stop: async () => {
      await running.stop();
      // Removes the folder; its process has ended.
      await stopFirst();
    },
  };
}

async function startServices(environment: Environment): Promise<EvaluationTarget> {
  const running = await startDistributed({ environment });
  const { evaluator } = running.services;
  let own: ServerProcess | undefined;
  return {
    ...running,
    get pids() {
      return running.pids;
    },
    killAndRestart: async (changed) => {
      await (own ?? evaluator).kill();
      own = new ServerProcess({
        name: 'evaluator',
        command: [process.execPath, join(ROOT, 'dist/evaluator/main.js')],
        cwd: ROOT,
        env: {
          ...process.env,
          ...running.environment,
          ...changed,
          MILLRACE_PORT: new URL(evaluator.url).port,
        },
        isReady: () =>
          fetch(`${evaluator.url}/health`).then(
            ({ ok }) => ok,
            () => false,
          ),
        startTimeoutMs: 90_000,
      });
      await own.start();
    },
    stop: async () => {
      await own?.stop();
      await running.stop();
    },
  };
}
