import type { Finding } from '@millrace/domain';
import { explainListenError, isDataFolderClaimed } from '@millrace/service-kit';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { DoctorConfig } from './doctor.config.ts';

const OLDEST_NODE = 24;
const LEAST_FREE_BYTES = 2 * 1024 ** 3;
/** Below it a busy process runs out of connections, and ClickHouse out of parts to read. */
const LEAST_OPEN_FILES = 4096;
const PORTS = ['MILLRACE_PORT', 'MILLRACE_OTLP_HTTP_PORT', 'MILLRACE_OTLP_GRPC_PORT'] as const;
const ANSWER_MS = 3000;

const limit = z.union([z.number(), z.literal('unlimited')]);
/** What of Node's report on a process is read here. */
const reportSchema = z.object({ userLimits: z.object({ open_files: z.object({ hard: limit }) }) });

export function examineNode(version = process.versions.node): Finding {
  const subject = 'node';
  if (Number.parseInt(version, 10) >= OLDEST_NODE)
    return { subject, state: 'ok', says: `version ${version}` };
  return { subject, state: 'wrong', says: `version ${version} is too old: install Node ${OLDEST_NODE}` };
}

/** How many files and connections a process may have open; Node takes all that the hard limit allows. */
export function examineOpenFiles(): Finding {
  const subject = 'open files';
  const { userLimits } = z.parse(reportSchema, process.report.getReport());
  const { hard } = userLimits.open_files;
  const limit = hard === 'unlimited' ? Infinity : Number(hard);
  if (limit >= LEAST_OPEN_FILES) return { subject, state: 'ok', says: `${hard} at most` };
  const says = `${hard} at most: connections and parts of tables run out; raise the limit (ulimit -n 65536)`;
  return { subject, state: 'warning', says };
}

/** The data folder of standalone: whether it can be written, has room, and whether a Millrace runs on it. */
export async function examineDataFolder(folder: string): Promise<readonly Finding[]> {
  const subject = `data folder ${folder}`;
  const place = nearestExisting(folder);
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch {
    const says = `${place} can't be written by this user: give it the right, or set MILLRACE_DATA_DIR to another folder`;
    return [{ subject, state: 'wrong', says }];
  }
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  const room = `${(free / 1024 ** 3).toFixed(1)} GiB free`;
  const isRunning = await isDataFolderClaimed(folder);
  if (free < LEAST_FREE_BYTES) {
    return [{ subject, state: 'warning', says: `${room}: spans are refused when it is full; make room` }];
  }
  return [
    { subject, state: 'ok', says: `${room}, ${isRunning ? 'a Millrace runs on it' : 'nothing runs on it'}` },
  ];
}

/** Each port: free, or Millrace's own, or taken by something else. */
export async function examinePorts(config: DoctorConfig): Promise<readonly Finding[]> {
  const answering = await isMillrace(config);
  return Promise.all(
    PORTS.map(async (setting): Promise<Finding> => {
      const port = config[setting];
      const subject = `port ${port}`;
      const problem = await whyNotFree(config.MILLRACE_HOST, port, setting);
      if (problem === undefined) return { subject, state: 'ok', says: 'free' };
      if (answering) return { subject, state: 'ok', says: `a Millrace answers on ${config.MILLRACE_PORT}` };
      return { subject, state: 'wrong', says: problem };
    }),
  );
}

/** A running Millrace: what it says of its own health. */
export async function examineHealth(config: DoctorConfig): Promise<readonly Finding[]> {
  const answer = await askHealth(config);
  const subject = 'health';
  if (answer === undefined) return [{ subject, state: 'ok', says: 'no Millrace runs here at the moment' }];
  if (answer.ok) return [{ subject, state: 'ok', says: 'the running Millrace is healthy' }];
  const says = `the running Millrace is not healthy: ${(await answer.text()).slice(0, 500)}`;
  return [{ subject, state: 'wrong', says }];
}

async function isMillrace(config: DoctorConfig): Promise<boolean> {
  const answer = await askHealth(config);
  if (answer === undefined) return false;
  return /"?(status|checks|OK)"?/i.test(await answer.text());
}

function askHealth({
  MILLRACE_HOST: host,
  MILLRACE_PORT: port,
}: DoctorConfig): Promise<Response | undefined> {
  const place = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
  return fetch(`http://${place}:${port}/health`, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(
    () => undefined,
  );
}

function whyNotFree(host: string, port: number, setting: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(explainListenError(error, host, { port, setting }).message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestExisting(dirname(folder));
}
