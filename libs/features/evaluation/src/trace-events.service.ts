import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { isTraceEvent, type DomainEvent } from '@millrace/domain';
import { DomainEvents } from '@millrace/ports';
import { BackgroundSubscription, Metrics } from '@millrace/service-kit';
import { OnlineQueueing } from './online/online-queueing.ts';
import { RecentIds } from './recent-ids.ts';

const GROUP = 'evaluation';
/** Repeats come within minutes; a later one costs a second look, never a second verdict. */
const REMEMBERED_EVENTS = 100_000;

/** Takes each event of a trace once, counts it, and has what is complete queued for its scorers before it is acknowledged. */
@Injectable()
export class TraceEventsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TraceEventsService.name);
  private readonly seen = new RecentIds(REMEMBERED_EVENTS);
  private subscription: BackgroundSubscription | undefined;

  constructor(
    private readonly events: DomainEvents,
    private readonly metrics: Metrics,
    private readonly queueing: OnlineQueueing,
  ) {}

  onApplicationBootstrap(): void {
    this.subscription = new BackgroundSubscription(
      () => this.events.subscribe(GROUP, (event) => this.take(event)),
      (reason) => this.logger.warn(`Completed traces are not heard of yet, trying again: ${reason}`),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.subscription?.stop();
  }

  private async take(event: DomainEvent): Promise<void> {
    if (!isTraceEvent(event)) return;
    const isRepeated = this.seen.has(event.id);
    this.metrics
      .counter('trace_events_total', 'Events of traces that evaluation received', ['type', 'outcome'])
      .inc({ type: event.type, outcome: isRepeated ? 'repeated' : 'taken' });
    if (isRepeated) return;
    if (event.type === 'trace.completed') await this.queueing.onCompleted(event);
    // Only now: an event whose scoring could not be queued comes again.
    this.seen.add(event.id);
    const { type, traceId, version, experimentId } = event;
    this.logger.debug(`${type}: trace ${traceId}, version ${version}, experiment ${experimentId}`);
  }
}
