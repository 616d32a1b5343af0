import { Logger } from '@nestjs/common';
import { ConfigError } from '../config/load-config.ts';
import type { RunningService } from './start-service.ts';
import { StartError } from './start-error.ts';

/** After so many milliseconds a stop is given up, well before `docker stop` kills after 10 s. */
const STOP_DEADLINE_MS = 5_000;

/**
 * The main function of every service: starts it, ends it on SIGTERM and SIGINT (a second signal ends it at once). A
 * setting or a port that is not right ends the process with a sentence and code 2 or 1.
 */
export async function runService(start: () => Promise<RunningService>): Promise<RunningService | undefined> {
  const starting = Promise.resolve().then(start);
  endOnSignal(starting);
  endOnCrash(starting);
  try {
    return await starting;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(error instanceof ConfigError ? 2 : 1);
  }
}

function endOnSignal(starting: Promise<RunningService>): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    new Logger('Service').log(`${signal}: stopping`);
    stopAndExit(starting, 0);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** After an exception nobody caught the state is unknown: the service stops in order and is started afresh from outside. */
function endOnCrash(starting: Promise<RunningService>): void {
  const logger = new Logger('Service');
  process.on('unhandledRejection', (reason) => logger.error(`a promise failed unseen: ${explain(reason)}`));
  process.on('uncaughtException', (error) => {
    logger.error(`stopping after an exception nobody caught: ${explain(error)}`);
    stopAndExit(starting, 1);
  });
}

function stopAndExit(starting: Promise<RunningService>, code: number): void {
  setTimeout(() => {
    new Logger('Service').warn(
      `the stop took longer than ${STOP_DEADLINE_MS / 1000} s and is given up: what was acknowledged is kept, requests under way are cut off`,
    );
    process.exit(1);
  }, STOP_DEADLINE_MS).unref();
  starting
    .then((service) => service.stop())
    .then(
      () => process.exit(code),
      () => process.exit(1),
    );
}

function explain(error: unknown): string {
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
