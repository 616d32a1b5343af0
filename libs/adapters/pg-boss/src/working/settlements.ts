import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@millrace/domain';
import type { BossConnection } from '../boss-connection.ts';
import { SETTLE, type Settlement } from '../queries/claim-queries.ts';

const RETRY_MS = 500;
/** A claim is lost by then, and its job has gone to another worker. */
const GIVE_UP_MS = 60_000;

/** Writes how jobs ended: those of a time together, again while PostgreSQL is away. */
export class Settlements {
  private waiting: { readonly settlement: Settlement; readonly onWritten: () => void }[] = [];
  private writing: Promise<void> | undefined;

  constructor(private readonly connection: BossConnection) {}

  /** Resolves when it is written, or never will be: the job then comes again. */
  settle(settlement: Settlement): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.waiting.push({ settlement, onWritten: resolve });
    this.writing ??= this.writeAll();
    return promise;
  }

  private async writeAll(): Promise<void> {
    // What ends in the same turn of the event loop is written together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      await this.write(batch.map(({ settlement }) => settlement));
      for (const { onWritten } of batch) onWritten();
    }
    this.writing = undefined;
  }

  private async write(settlements: readonly Settlement[]): Promise<void> {
    const deadline = Date.now() + GIVE_UP_MS;
    for (;;) {
      try {
        await this.connection.query(SETTLE, [JSON.stringify(settlements)]);
        return;
      } catch (error) {
        if (!(error instanceof Unavailable) || this.connection.isClosed || Date.now() > deadline) return;
        await sleep(RETRY_MS);
      }
    }
  }
}
