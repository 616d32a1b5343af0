import { describe } from 'vitest';
import { describeBackPressure } from './back-pressure.ts';
import { describeBarrier } from './barrier.ts';
import { describeDelivery } from './delivery.ts';
import { describeDurability } from './durability.ts';
import { describeFollowers } from './followers.ts';
import type { SpanLogHarness } from './harness.ts';
import { describeInterleavings } from './interleavings.ts';
import { describeLifecycle } from './lifecycle.ts';

/** What every SpanLog and its SpanFeed must do: call it in `<vendor>-span-log.contract.spec.ts`. */
export function describeSpanLog(name: string, harness: SpanLogHarness): void {
  describe(`${name} as SpanLog`, () => {
    describeDurability(harness);
    describeDelivery(harness);
    describeBackPressure(harness);
    describeBarrier(harness);
    describeFollowers(harness);
    describeLifecycle(harness);
    describeInterleavings(harness);
  });
}
