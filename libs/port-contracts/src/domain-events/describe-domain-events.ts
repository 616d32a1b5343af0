import { isTraceEvent, type DomainEvent, type TraceEvent } from '@millrace/domain';
import type { DomainEvents, EventSubscription } from '@millrace/ports';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

export interface DomainEventsHarness {
  /** An empty stream of events for one test. */
  createStorage(): Promise<DomainEventsStorage>;
}

export interface DomainEventsStorage {
  /** Opens it in this process, once at a time. */
  open(): Promise<OpenDomainEvents>;
  destroy(): Promise<void>;
}

export interface OpenDomainEvents {
  readonly events: DomainEvents;
  /** What the adapter's module does at shutdown; safe twice. */
  close(): Promise<void>;
}

const PATIENCE = { timeout: 40_000, interval: 10 };

/** What every DomainEvents must do: call it in `<vendor>-domain-events.contract.spec.ts`. */
export function describeDomainEvents(name: string, harness: DomainEventsHarness): void {
  describe(`${name} as DomainEvents`, () => {
    let storage: DomainEventsStorage;
    let opened: OpenDomainEvents;

    beforeEach(async () => {
      storage = await harness.createStorage();
      opened = await storage.open();
    });
    afterEach(async () => {
      await opened.close();
      await storage.destroy();
    });

    async function reopen(): Promise<void> {
      await opened.close();
      opened = await storage.open();
    }

    it('brings each event to each group, whole', async () => {
      const first = await Recorder.subscribe(opened.events, 'first');
      const second = await Recorder.subscribe(opened.events, 'second');
      const deletion: DomainEvent = {
        id: 'r1:5:run.deleted',
        type: 'run.deleted',
        workspaceId: 'contract',
        experimentId: 1,
        runId: 'r1',
      };
      const alert: DomainEvent = {
        id: 'rule:3:alert.fired',
        type: 'alert.fired',
        workspaceId: 'contract',
        experimentId: 1,
        ruleId: 'rule',
        ruleName: 'too slow',
        measure: 'latency.p95',
        condition: 'latency.p95 above 2000 over 5m',
        group: { dimension: 'model', value: 'gpt-4.1' },
        value: 2500.5,
        baseline: 1000,
        count: 17,
        from: 1_795_235_096_000,
        to: 1_795_235_396_000,
        webhookIds: ['webhook'],
      };
      const upload: DomainEvent = {
        id: `${traceId(1)}:u:spans.uploaded`,
        type: 'spans.uploaded',
        workspaceId: 'contract',
        experimentId: 1,
        traceId: traceId(1),
        path: 'a/b.json',
      };
      const events = [deletion, alert, upload, event(1, 1), event(1, 2), event(2, 1)];
      await opened.events.publish(events);
      for (const recorder of [first, second]) {
        await recorder.waitFor(events);
        for (const whole of [deletion, alert, upload]) {
          expect(recorder.seen.find(({ id }) => id === whole.id)).toEqual(whole);
        }
      }
    });

    it('keeps the order of each trace', async () => {
      const recorder = await Recorder.subscribe(opened.events, 'group');
      const events = Array.from({ length: 200 }, (_, index) => event(index % 5, index));
      for (let at = 0; at < events.length; at += 10) await opened.events.publish(events.slice(at, at + 10));
      await recorder.waitFor(events);
      for (let trace = 0; trace < 5; trace++) {
        const versions = recorder.seen
          .filter(isTraceEvent)
          .filter((each) => each.traceId === traceId(trace))
          .map((each) => Number(each.version));
        expect(versions).toEqual([...versions].sort((a, b) => a - b));
      }
    });

    it('delivers again what the handler rejected until it resolves', async () => {
      let failures = 2;
      const recorder = await Recorder.subscribe(opened.events, 'group', async () => {
        if (failures-- > 0) throw new Error('the handler fails on purpose');
      });
      const events = [event(1, 1), event(1, 2)];
      await opened.events.publish(events);
      await recorder.waitFor(events);
      expect(failures).toBeLessThan(0);
      expect(recorder.seen.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    });

    it('keeps events for a known group while nobody listens, over restarts', async () => {
      const before = await Recorder.subscribe(opened.events, 'group');
      await opened.events.publish([event(1, 1)]);
      await before.waitFor([event(1, 1)]);
      await before.subscription.stop();
      await before.subscription.stop();
      await opened.events.publish([event(1, 2)]);
      await reopen();
      await opened.events.publish([event(1, 3)]);
      const after = await Recorder.subscribe(opened.events, 'group');
      await after.waitFor([event(1, 2), event(1, 3)]);
      expect(before.seen).toEqual([event(1, 1)]);
    });

    it('delivers again after a restart what no handler had finished', async () => {
      const stuck = Promise.withResolvers<void>();
      const entered = Promise.withResolvers<void>();
      const recorder = await Recorder.subscribe(opened.events, 'group', () => {
        entered.resolve();
        return stuck.promise;
      });
      await opened.events.publish([event(1, 1)]);
      await entered.promise;
      const closing = opened.close();
      stuck.reject(new Error('cut short on purpose'));
      await closing;
      expect(recorder.seen).toEqual([]);
      opened = await storage.open();
      const again = await Recorder.subscribe(opened.events, 'group');
      await again.waitFor([event(1, 1)]);
    });

    it('gives a group only what comes after its first subscription', async () => {
      const early = await Recorder.subscribe(opened.events, 'early');
      await opened.events.publish([event(1, 1)]);
      await early.waitFor([event(1, 1)]);
      const late = await Recorder.subscribe(opened.events, 'late');
      await opened.events.publish([event(1, 2)]);
      await late.waitFor([event(1, 2)]);
      expect(late.seen).toEqual([event(1, 2)]);
    });

    it('shares the events among the subscribers of a group', async () => {
      const one = await Recorder.subscribe(opened.events, 'group');
      const two = await Recorder.subscribe(opened.events, 'group');
      const events = Array.from({ length: 40 }, (_, index) => event(index, 1));
      await opened.events.publish(events);
      await vi.waitFor(() => {
        const seen = new Set([...one.seen, ...two.seen].map(({ id }) => id));
        expect(seen.size).toBe(events.length);
      }, PATIENCE);
      await one.subscription.stop();
      await opened.events.publish([event(100, 1)]);
      await two.waitFor([event(100, 1)]);
    });

    it('takes an empty publish, and closes twice', async () => {
      await expect(opened.events.publish([])).resolves.toBeUndefined();
      await opened.close();
      await opened.close();
    });
  });
}

class Recorder {
  private constructor(
    readonly subscription: EventSubscription,
    /** Events whose handler resolved, in order. */
    readonly seen: readonly DomainEvent[],
  ) {}

  static async subscribe(
    events: DomainEvents,
    group: string,
    before: (event: DomainEvent) => Promise<void> = async () => undefined,
  ): Promise<Recorder> {
    const seen: DomainEvent[] = [];
    const subscription = await events.subscribe(group, async (event) => {
      await before(event);
      seen.push(event);
    });
    return new Recorder(subscription, seen);
  }

  async waitFor(events: readonly DomainEvent[]): Promise<void> {
    await vi.waitFor(() => {
      const ids = new Set(this.seen.map(({ id }) => id));
      expect(
        events.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
        'missing events',
      ).toEqual([]);
    }, PATIENCE);
  }
}

function event(trace: number, version: number): TraceEvent {
  return {
    id: `${traceId(trace)}:${version}:trace.completed`,
    type: 'trace.completed',
    workspaceId: 'contract',
    experimentId: 1,
    traceId: traceId(trace),
    version: String(version),
  };
}

function traceId(trace: number): string {
  return (trace + 1).toString(16).padStart(32, '0');
}
