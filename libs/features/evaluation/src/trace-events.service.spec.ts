import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Unavailable, type DomainEvent, type TraceEvent } from '@millrace/domain';
import { DomainEvents, type EventSubscription } from '@millrace/ports';
import { Metrics } from '@millrace/service-kit';
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

it('takes each event once and leaves its group when it stops', async () => {
  const events = new InMemoryEvents();
  const metrics = new Metrics();
  const service = new TraceEventsService(events, metrics);
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
  const service = new TraceEventsService(events, new Metrics());
  service.onApplicationBootstrap();
  const stopped = service.beforeApplicationShutdown().then(() => 'stopped');
  expect(await Promise.race([stopped, sleep(1_000, 'hangs')])).toBe('stopped');
});

it('hears of events once they can be reached, and stops while they can not', async () => {
  const events = new InMemoryEvents();
  events.failures = 1;
  const service = new TraceEventsService(events, new Metrics());
  service.onApplicationBootstrap();
  await expect.poll(() => events.handlers.size, { timeout: 5000 }).toBe(1);
  await service.beforeApplicationShutdown();

  events.failures = Infinity;
  const hopeless = new TraceEventsService(events, new Metrics());
  hopeless.onApplicationBootstrap();
  await hopeless.beforeApplicationShutdown();
  expect(events.handlers.size).toBe(0);
});

it('forgets the id added longest ago', () => {
  const ids = new RecentIds(2);
  for (const id of ['a', 'b', 'a', 'c']) ids.add(id);
  expect(['a', 'b', 'c'].map((id) => ids.has(id))).toEqual([true, false, true]);
});
