import { afterAll, beforeAll, describe } from 'vitest';
import type { JobQueue } from '@millrace/ports';
import { describeCancelling } from './cancelling.ts';
import { describeCrashes } from './crashes.ts';
import { describeEnqueueing } from './enqueueing.ts';
import type { JobQueueHarness, OpenJobQueue } from './harness.ts';
import { describeOutages } from './outages.ts';
import { describeOutcomes } from './outcomes.ts';
import { describePace } from './pace.ts';
import { describeRepetitions, FiringRepetition } from './repetitions.ts';
import { describeSetAside } from './set-aside.ts';
import { describeStopping } from './stopping.ts';

/** What the parts of the suite share: a queue that is open throughout. */
export interface JobQueueUnderTest {
  readonly harness: JobQueueHarness;
  readonly queue: JobQueue;
}

/** What every JobQueue must do: call it in `<vendor>-job-queue.contract.spec.ts`. */
export function describeJobQueue(name: string, harness: JobQueueHarness): void {
  describe(`${name} as JobQueue`, () => {
    let opened: OpenJobQueue | undefined;
    const firing = new FiringRepetition();
    beforeAll(async () => {
      opened = await harness.open();
      await firing.begin(opened.queue);
    });
    afterAll(() => opened?.close());

    const tested: JobQueueUnderTest = {
      harness,
      get queue() {
        if (opened === undefined) throw new Error('the queue is not open yet');
        return opened.queue;
      },
    };
    describeRepetitions(tested);
    describeEnqueueing(tested);
    describeOutcomes(tested);
    describeSetAside(tested);
    describeCancelling(tested);
    describePace(tested);
    describeStopping(tested);
    describeCrashes(tested);
    firing.describe(tested);
    describeOutages(tested);
  });
}
