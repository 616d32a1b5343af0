import { Injectable } from '@nestjs/common';
import { Any, DataSource, IsNull, LessThan, Not } from 'typeorm';
import { askDatabase } from '@millrace/access';
import type { AlertEvent } from '@millrace/domain';
import { DomainEvents } from '@millrace/ports';
import { AlertChange } from './alert-change.entity.ts';

const MOST_AT_ONCE = 100;
const KEPT_MS = 90 * 86_400_000;
const CLEAN_EVERY_MS = 60 * 60_000;

/** Tells of changes that are stored. A repeat, after a crash or by another process, carries the same id and is told once. */
@Injectable()
export class AlertPublisher {
  private cleanedAt = -Infinity;

  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {}

  async publishUntold(): Promise<void> {
    const untold = await askDatabase(this.dataSource, (manager) =>
      manager.find(AlertChange, {
        where: { isTold: false, event: Not(IsNull()) },
        order: { id: 'ASC' },
        take: MOST_AT_ONCE,
      }),
    );
    if (untold.length > 0) {
      await this.events.publish(untold.map(toEvent));
      await askDatabase(this.dataSource, (manager) =>
        manager.update(AlertChange, { id: Any(untold.map(({ id }) => id)) }, { isTold: true }),
      );
    }
    await this.forgetOld();
  }

  private async forgetOld(): Promise<void> {
    if (performance.now() - this.cleanedAt < CLEAN_EVERY_MS) return;
    await askDatabase(this.dataSource, (manager) =>
      manager.delete(AlertChange, { changeTime: LessThan(Date.now() - KEPT_MS), isTold: true }),
    );
    this.cleanedAt = performance.now();
  }
}

function toEvent({ id, event }: AlertChange): AlertEvent {
  // Written by recordStandings.
  const told = JSON.parse(event ?? '{}') as Omit<AlertEvent, 'id'>;
  return { ...told, id: `${told.ruleId}:${id}:${told.type}` };
}
