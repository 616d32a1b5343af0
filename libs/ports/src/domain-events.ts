import type { DomainEvent } from '@millrace/domain';

export interface EventSubscription {
  /** Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Events of low rate between services. At least once: an event is delivered again until the handler of each group has
 * resolved for it, across restarts; consumers de-duplicate by event id. Events of one trace or run keep their order.
 */
export abstract class DomainEvents {
  /** Durable on return. Throws Unavailable. */
  abstract publish(events: readonly DomainEvent[]): Promise<void>;
  /** Subscribers with one group name share the events; each group gets all from its first subscription on. */
  abstract subscribe(
    group: string,
    handler: (event: DomainEvent) => Promise<void>,
  ): Promise<EventSubscription>;
}
