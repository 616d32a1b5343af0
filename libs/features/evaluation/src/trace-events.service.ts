import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { isTraceEvent, type DomainEvent } from '@millrace/domain';
import { DomainEvents } from '@millrace/ports';
import { BackgroundSubscription, Metrics } from '@millrace/service-kit';
import { RecentIds } from './recent-ids.ts';

const GROUP = 'evaluation';
/** Repeats come within minutes; a later one costs a second look, never a second verdict. */
const REMEMBERED_EVENTS = 100_000;

/** Takes each event of a trace once, counts it and says so. */
@Injectable()
export class TraceEventsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TraceEventsService.name);
  private readonly seen = new RecentIds(REMEMBERED_EVENTS);
  private subscription: BackgroundSubscription | undefined;

  constructor(
    private readonly events: DomainEvents,
    private readonly metrics: Metrics,
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
    this.seen.add(event.id);
    this.metrics
      .counter('trace_events_total', 'Events of traces that evaluation received', ['type', 'outcome'])
      .inc({ type: event.type, outcome: isRepeated ? 'repeated' : 'taken' });
    if (isRepeated) return;
    const { type, traceId, version, experimentId } = event;
    this.logger.log(`${type}: trace ${traceId}, version ${version}, experiment ${experimentId}`);
  }
}
