import type { DomainEvent } from '@millrace/domain';
import type { EventSubscription } from '@millrace/ports';
import { GroupDelivery } from '../delivery/group-delivery.ts';
import { settledWithin } from '../delivery/settled-within.ts';
import type { StoredRecord } from '../segments/log-cursor.ts';
import type { PositionFile } from '../segments/position-file.ts';
import type { SegmentedLog } from '../segments/segmented-log.ts';

type Handler = (event: DomainEvent) => Promise<void>;

/** How long a shutdown waits for a handler that does not end. */
const CLOSE_PATIENCE_MS = 1_500;

export interface EventGroupOptions {
  readonly log: SegmentedLog;
  readonly position: PositionFile;
  readonly onCommit: () => void;
}

/** The subscribers of one name: each event goes to one of them, one event at a time, so every trace keeps its order. */
export class EventGroup {
  private handlers: readonly Handler[] = [];
  private delivery: GroupDelivery | undefined;
  private turn = 0;

  constructor(private readonly options: EventGroupOptions) {}

  /** Number of the first event not handled. */
  get committed(): number {
    return this.options.position.position;
  }

  add(handler: Handler): EventSubscription {
    const own: Handler = (event) => handler(event);
    this.handlers = [...this.handlers, own];
    this.delivery ??= this.start();
    let stopping: Promise<void> | undefined;
    return { stop: () => (stopping ??= this.remove(own)) };
  }

  /** Stops delivery; an event whose handler has not resolved comes again. */
  async close(): Promise<void> {
    this.handlers = [];
    await settledWithin(this.stopDelivery(), CLOSE_PATIENCE_MS);
    await this.options.position.close();
  }

  private start(): GroupDelivery {
    const { log } = this.options;
    const onRecords = (records: readonly StoredRecord[]) => this.handle(records);
    return new GroupDelivery({ log, committed: () => this.committed, onRecords });
  }

  private async remove(handler: Handler): Promise<void> {
    this.handlers = this.handlers.filter((each) => each !== handler);
    if (this.handlers.length === 0) await this.stopDelivery();
  }

  private async stopDelivery(): Promise<void> {
    const { delivery } = this;
    await delivery?.stop();
    if (this.delivery !== delivery) return;
    this.delivery = undefined;
    if (this.handlers.length > 0) this.delivery = this.start();
  }

  private async handle(records: readonly StoredRecord[]): Promise<void> {
    let handled: number | undefined;
    try {
      for (const { number, value } of records) {
        const handler = this.handlers[this.turn++ % Math.max(this.handlers.length, 1)];
        if (handler === undefined) return;
        // The log holds only what `publish` put there.
        await handler(JSON.parse(value.toString()) as DomainEvent);
        handled = number;
      }
    } finally {
      if (handled !== undefined) await this.commit(handled + 1);
    }
  }

  private async commit(position: number): Promise<void> {
    await this.options.position.advance(position);
    this.options.onCommit();
  }
}
