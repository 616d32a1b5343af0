import { Rejected } from '@millrace/domain';
import type { JobKind, RunningJob } from '@millrace/ports';
import type { OpenJobQueue } from './harness.ts';

export type ToHost =
  | { readonly type: 'work'; readonly kind: JobKind<unknown>; readonly concurrency: number }
  | { readonly type: 'end'; readonly how: 'resolve' | 'reject' };

export type FromHost =
  | { readonly type: 'ready' | 'working' }
  | { readonly type: 'began'; readonly id: string; readonly attempt: number }
  | { readonly type: 'told-to-stop' | 'handler-ended'; readonly id: string };

/** The other side, called by the adapter's host program. */
export async function hostJobWorker(open: () => Promise<OpenJobQueue>): Promise<void> {
  const { queue } = await open();
  const say = (message: FromHost): void => void process.send?.(message);
  let ending = Promise.withResolvers<void>();
  const handle = async (job: RunningJob): Promise<void> => {
    say({ type: 'began', id: job.id, attempt: job.attempt });
    job.stop.addEventListener('abort', () => say({ type: 'told-to-stop', id: job.id }));
    try {
      await ending.promise;
    } finally {
      say({ type: 'handler-ended', id: job.id });
    }
  };
  process.on('message', (message: ToHost) => {
    if (message.type === 'work') {
      void queue
        .work(message.kind, { concurrency: message.concurrency }, handle)
        .then(() => say({ type: 'working' }));
      return;
    }
    if (message.how === 'resolve') ending.resolve();
    else ending.reject(new Rejected('told to be rejected'));
    ending = Promise.withResolvers();
  });
  process.on('disconnect', () => process.exit());
  say({ type: 'ready' });
}
