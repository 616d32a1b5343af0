import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { JobKind } from '@millrace/ports';
import { vi } from 'vitest';
import type { JobQueueHarness } from './harness.ts';
import type { FromHost, ToHost } from './job-worker-host.ts';
import { PATIENCE } from './jobs-under-test.ts';

/** A worker in a process of its own, whose handlers run until they are told to end. */
export class HostedWorker {
  readonly heard: FromHost[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message: FromHost) => void this.heard.push(message));
  }

  static async start(
    { host }: JobQueueHarness,
    kind: JobKind<unknown>,
    concurrency = 5,
  ): Promise<HostedWorker> {
    const child = fork(host.path(), [...host.args()], {
      execArgv: ['--experimental-transform-types', '--no-warnings'],
    });
    const worker = new HostedWorker(child);
    await worker.hear('ready');
    worker.tell({ type: 'work', kind, concurrency });
    await worker.hear('working');
    return worker;
  }

  async hear(type: FromHost['type'], times = 1): Promise<void> {
    await vi.waitFor(() => {
      const heard = this.heard.filter((message) => message.type === type).length;
      if (heard < times) throw new Error(`the worker process said '${type}' ${heard} times`);
    }, PATIENCE);
  }

  endHandlers(how: 'resolve' | 'reject'): void {
    this.tell({ type: 'end', how });
  }

  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  private tell(message: ToHost): void {
    this.child.send(message);
  }
}
