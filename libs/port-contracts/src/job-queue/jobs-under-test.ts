import { randomUUID } from 'node:crypto';
import type { JobKind, JobQueue, JobStatus, JobWorker, RunningJob, WorkOptions } from '@millrace/ports';
import { expect, onTestFinished, vi } from 'vitest';

/** Longer than a job of a dead worker may wait. */
export const PATIENCE = { timeout: 25_000, interval: 20 };

/** Of this test alone, so that tests share a server. */
export function someKind(given: Partial<JobKind<unknown>> = {}): JobKind<unknown> {
  return { name: `contract-${randomUUID().slice(0, 8)}`, attempts: 3, backoffMs: 10, ...given };
}

/** Jobs of a workspace with these payloads. */
export function jobsOf(kind: JobKind<unknown>, ...payloads: readonly unknown[]) {
  return payloads.map((payload) => ({ kind, workspaceId: 'contract', payload }));
}

/** Works until the test ends; the payloads of runs that began, in order. */
export async function collect(
  queue: JobQueue,
  kind: JobKind<unknown>,
  options: Partial<WorkOptions> = {},
  handle: (job: RunningJob) => Promise<void> = async () => undefined,
): Promise<{ readonly seen: unknown[]; readonly runs: RunningJob[]; readonly worker: JobWorker }> {
  const seen: unknown[] = [];
  const runs: RunningJob[] = [];
  const worker = await queue.work(kind, { concurrency: 1, ...options }, async (job) => {
    seen.push(job.payload);
    runs.push(job);
    await handle(job);
  });
  onTestFinished(() => worker.stop());
  return { seen, runs, worker };
}

/** Resolves with the status once it is so. */
export function waitForState(queue: JobQueue, id: string, state: JobStatus['state']): Promise<JobStatus> {
  return vi.waitFor(async () => {
    const job = await queue.find(id);
    expect(job?.state).toBe(state);
    if (job === undefined) throw new Error('there is no such job');
    return job;
  }, PATIENCE);
}

/** Settles when the test says so, or when the job is told to stop. */
export function untilStopped(job: RunningJob): Promise<void> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(new Error('was told to stop'));
    if (job.stop.aborted) fail();
    job.stop.addEventListener('abort', fail);
  });
}
