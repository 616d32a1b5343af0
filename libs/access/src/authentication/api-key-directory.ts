import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { FreshAnswers } from '../database/fresh-answers.ts';
import { ApiKey } from '../entities/api-key.entity.ts';
import { matchesHash, type ApiKeyText } from './api-key-text.ts';

/** How exactly the last use of a key is known, in milliseconds. */
const USE_STEP_MS = 60_000;

/** Finds keys by what programs show. A revoked one may open for 5 s more; while PostgreSQL is down, those known before still do. */
@Injectable()
export class ApiKeyDirectory {
  private readonly logger = new Logger(ApiKeyDirectory.name);
  private readonly answers = new FreshAnswers((id) => this.ask(id));
  /** When each use was last written down, in milliseconds since the epoch. */
  private readonly usedAt = new Map<string, number>();

  constructor(private readonly dataSource: DataSource) {}

  /** Undefined for a key that is not there, was revoked or has expired. Throws Unavailable. */
  async find({ id, secret }: ApiKeyText): Promise<ApiKey | undefined> {
    const key = await this.answers.get(id);
    if (!key || !matchesHash(secret, key.secretHash) || key.revocationTime !== null) return undefined;
    if (key.expirationTime !== null && key.expirationTime <= Date.now()) return undefined;
    this.noteUse(key);
    return key;
  }

  /** For the process that has just changed it. */
  forget(id: string): void {
    this.answers.forget(id);
  }

  private async ask(id: string): Promise<ApiKey | undefined> {
    const found = await askDatabase(this.dataSource, (manager) => manager.findOneBy(ApiKey, { id }));
    return found ?? undefined;
  }

  /** Beside the request: a use that can't be written down refuses nobody. */
  private noteUse({ id, lastUsedTime }: ApiKey): void {
    const now = Date.now();
    if (now - Math.max(this.usedAt.get(id) ?? 0, lastUsedTime ?? 0) < USE_STEP_MS) return;
    this.usedAt.set(id, now);
    askDatabase(this.dataSource, (manager) => manager.update(ApiKey, id, { lastUsedTime: now })).catch(
      (error: unknown) =>
        this.logger.warn(`the last use of key ${id} was not written down: ${String(error)}`),
    );
  }
}
