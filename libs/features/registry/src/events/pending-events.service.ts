import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import type { DomainEvent } from '@millrace/domain';
import { DomainEvents } from '@millrace/ports';
import { waitBriefly } from '@millrace/service-kit';

const SWEEP_MS = 10_000;
const MOST_AT_ONCE = 500;

interface PendingEvent {
  readonly id: string;
  readonly event: DomainEvent;
}

/**
 * Domain events of changes in PostgreSQL: kept in the transaction of the change and published after it, so none is told of a change
 * that wasn't made, and none is lost when this process or the broker dies in between. At least once.
 */
@Injectable()
export class PendingEvents implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PendingEvents.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {}

  /** Of the transaction of `manager`; call `publishSoon` when it has ended. */
  async add(manager: EntityManager, event: DomainEvent): Promise<void> {
    await manager.query('INSERT INTO pending_events (event) VALUES ($1::jsonb)', [JSON.stringify(event)]);
  }

  /** In the background; what fails is tried again with the next sweep. */
  publishSoon(): void {
    this.running = this.running.then(() => this.publish());
  }

  onApplicationBootstrap(): void {
    void this.sweep();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    // The broker may be away: what isn't published stays pending.
    await waitBriefly(this.running, 1000);
  }

  private async sweep(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.publishSoon();
      await this.running;
      await sleep(SWEEP_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async publish(): Promise<void> {
    try {
      while (!this.stopping.signal.aborted && (await this.publishSome()) === MOST_AT_ONCE);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`Events of changes are not published yet, trying again: ${reason}`);
    }
  }

  /** Rows are held while they are published: another process takes others. */
  private publishSome(): Promise<number> {
    return askDatabase(this.dataSource, (outer) =>
      outer.transaction(async (manager) => {
        const pending = await manager.query<PendingEvent[]>(
          'SELECT id, event FROM pending_events ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED',
          [MOST_AT_ONCE],
        );
        if (pending.length === 0) return 0;
        await this.events.publish(pending.map(({ event }) => event));
        await manager.query('DELETE FROM pending_events WHERE id = ANY($1)', [pending.map(({ id }) => id)]);
        return pending.length;
      }),
    );
  }
}
