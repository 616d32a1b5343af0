import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Unavailable, type DomainEvent, type TraceEvent } from '@millrace/domain';
import { DomainEvents, type EventSubscription } from '@millrace/ports';
import { Metrics } from '@millrace/service-kit';
import { OnlineQueueing } from './online/online-queueing.ts';
import { RecentIds } from './recent-ids.ts';
import { TraceEventsService } from './trace-events.service.ts';

class InMemoryEvents extends DomainEvents {
  failures = 0;
  handlers = new Map<string, (event: DomainEvent) => Promise<void>>();

  async publish(events: readonly DomainEvent[]): Promise<void> {
    for (const event of events) for (const handle of this.handlers.values()) await handle(event);
  }

  async subscribe(group: string, handler: (event: DomainEvent) => Promise<void>): Promise<EventSubscription> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Unavailable('the broker is down');
    }
    this.handlers.set(group, handler);
    return { stop: async () => void this.handlers.delete(group) };
  }
}

const event = (id: string, type: TraceEvent['type'] = 'trace.completed'): TraceEvent => ({
  id,
  type,
  workspaceId: 'default',
  experimentId: 0,
  traceId: 'a'.repeat(32),
  version: '7',
});

/** Takes down what is queued; fails as often as told. */
function queueing(queued: string[], failures = 0): OnlineQueueing {
  let left = failures;
  const onCompleted = async ({ id }: TraceEvent): Promise<void> => {
    if (left-- > 0) throw new Unavailable('the queue is down');
    queued.push(id);
  };
  return Object.assign(Object.create(OnlineQueueing.prototype) as OnlineQueueing, { onCompleted });
}

it('has what completed queued before an event is acknowledged, and takes one again that could not be', async () => {
  const events = new InMemoryEvents();
  const queued: string[] = [];
  const service = new TraceEventsService(events, new Metrics(), queueing(queued, 1));
  service.onApplicationBootstrap();
  await expect.poll(() => events.handlers.size).toBe(1);
  await expect(events.publish([event('1')])).rejects.toThrow('the queue is down');
  await events.publish([event('1'), event('1'), event('2', 'trace.reopened'), event('3')]);
  expect(queued).toEqual(['1', '3']);
  await service.beforeApplicationShutdown();
});

it('takes each event once and leaves its group when it stops', async () => {
  const events = new InMemoryEvents();
  const metrics = new Metrics();
  const service = new TraceEventsService(events, metrics, queueing([]));
  service.onApplicationBootstrap();
  await expect.poll(() => [...events.handlers.keys()]).toEqual(['evaluation']);
  await events.publish([event('1'), event('1'), event('2', 'trace.reopened')]);
  const counted = await metrics.registry.getSingleMetric('millrace_trace_events_total')?.get();
  expect(counted?.values.map(({ labels, value }) => [labels['type'], labels['outcome'], value])).toEqual([
    ['trace.completed', 'taken', 1],
    ['trace.completed', 'repeated', 1],
    ['trace.reopened', 'taken', 1],
  ]);
  await service.beforeApplicationShutdown();
  await service.beforeApplicationShutdown();
  expect(events.handlers.size).toBe(0);
});

it('stops while a subscription is still being made', async () => {
  const events = new InMemoryEvents();
  events.subscribe = () => new Promise(() => undefined);
  const service = new TraceEventsService(events, new Metrics(), queueing([]));
  service.onApplicationBootstrap();
  const stopped = service.beforeApplicationShutdown().then(() => 'stopped');
  expect(await Promise.race([stopped, sleep(1_000, 'hangs')])).toBe('stopped');
});

it('hears of events once they can be reached, and stops while they can not', async () => {
  const events = new InMemoryEvents();
  events.failures = 1;
  const service = new TraceEventsService(events, new Metrics(), queueing([]));
  service.onApplicationBootstrap();
  await expect.poll(() => events.handlers.size, { timeout: 5000 }).toBe(1);
  await service.beforeApplicationShutdown();

  events.failures = Infinity;
  const hopeless = new TraceEventsService(events, new Metrics(), queueing([]));
  hopeless.onApplicationBootstrap();
  await hopeless.beforeApplicationShutdown();
  expect(events.handlers.size).toBe(0);
});

it('forgets the id added longest ago', () => {
  const ids = new RecentIds(2);
  for (const id of ['a', 'b', 'a', 'c']) ids.add(id);
  expect(['a', 'b', 'c'].map((id) => ids.has(id))).toEqual([true, false, true]);
});
