import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gathering } from '@millrace/service-kit';
import { askDatabase } from '../database/ask-database.ts';
import { AuditEntry } from '../entities/audit-entry.entity.ts';

const MOST_TOGETHER = 500;

export type NewAuditEntry = Omit<AuditEntry, 'id'>;

/** Writes down who did what. An entry that can't be stored goes to the log of the process, whole. */
@Injectable()
export class AuditTrail {
  private readonly logger = new Logger('Audit');
  private readonly storing = new Gathering<NewAuditEntry, void>((entries) => this.store(entries), {
    most: MOST_TOGETHER,
  });

  constructor(private readonly dataSource: DataSource) {}

  /** Resolves when it is written down, wherever. */
  async note(entry: NewAuditEntry): Promise<void> {
    try {
      await this.storing.do(entry);
    } catch (error) {
      this.logger.warn(`not in the database (${String(error)}): ${JSON.stringify(entry)}`);
    }
  }

  private async store(entries: readonly NewAuditEntry[]): Promise<void[]> {
    await askDatabase(this.dataSource, (manager) => manager.insert(AuditEntry, [...entries]));
    return entries.map(() => undefined);
  }
}
