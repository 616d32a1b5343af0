import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Unavailable } from '@millrace/domain';
import type { CrashableSpanLog } from '@millrace/port-contracts';
import type { LogRecord, SpanLogConsumer, SpanLogConsumption } from '@millrace/ports';
import type { HostReply, HostRequest } from './host-protocol.ts';

type Request<T = HostRequest> = T extends HostRequest ? Omit<T, 'id'> : never;

/** A LocalSpanLog in a child process that can be killed at any moment. */
export class HostedSpanLog implements CrashableSpanLog {
  private readonly pending = new Map<number, PromiseWithResolvers<void>>();
  private consumer: SpanLogConsumer | undefined;
  private requests = 0;

  private constructor(private readonly child: ChildProcess) {}

  static async start(dir: string): Promise<HostedSpanLog> {
    const child = fork(fileURLToPath(new URL('./span-log-host.ts', import.meta.url)), [dir], {
      serialization: 'advanced',
      execArgv: ['--experimental-transform-types', '--no-warnings'],
    });
    const hosted = new HostedSpanLog(child);
    const ready = Promise.withResolvers<void>();
    child.on('message', (reply: HostReply) =>
      reply.kind === 'ready' ? ready.resolve() : hosted.receive(reply),
    );
    child.once('exit', (code, signal) => {
      ready.reject(new Error(`the log host ended with ${code ?? signal} before it was ready`));
      for (const request of hosted.pending.values())
        request.reject(new Unavailable('the log host was killed'));
    });
    await ready.promise;
    return hosted;
  }

  readonly log = {
    append: (records: readonly LogRecord[]): Promise<void> => this.request({ kind: 'append', records }),
    consume: async (consumer: SpanLogConsumer): Promise<SpanLogConsumption> => {
      this.consumer = consumer;
      await this.request({ kind: 'consume' });
      return {
        commit: (shard, sequence) => this.request({ kind: 'commit', shard, sequence }),
        stop: async () => undefined,
      };
    },
  };

  async crash(): Promise<void> {
    this.consumer = undefined;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  private request(request: Request): Promise<void> {
    const id = this.requests++;
    const answer = Promise.withResolvers<void>();
    this.pending.set(id, answer);
    this.child.send({ ...request, id }, (error) => {
      if (error !== null) answer.reject(new Unavailable('the log host is gone', 1_000, { cause: error }));
    });
    return answer.promise;
  }

  private receive(reply: HostReply): void {
    if (reply.kind === 'done') this.settle(reply.id)?.resolve();
    if (reply.kind === 'failed') this.settle(reply.id)?.reject(new Error(reply.message));
    if (reply.kind === 'assigned') {
      void this.consumer?.onAssigned(reply.shards.map((shard) => ({ shard, owns: () => true })));
    }
    if (reply.kind === 'entries') {
      const { call, shard, entries } = reply;
      void this.consumer
        ?.onEntries(shard, entries)
        .then(() => this.request({ kind: 'resolve', call }).catch(() => undefined));
    }
  }

  private settle(id: number): PromiseWithResolvers<void> | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    return pending;
  }
}
