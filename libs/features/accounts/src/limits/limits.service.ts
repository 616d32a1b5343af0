import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  askDatabase,
  DefaultLimits,
  limitsOver,
  LimitStore,
  subjectKey,
  UsageLimit,
  UsageLimiter,
  type LimitedSubject,
  type Limits,
  type StoredUse,
} from '@millrace/access';

export interface LimitsAndUse {
  readonly own: Limits;
  /** Those that hold. */
  readonly limits: Limits;
  readonly stored: StoredUse;
}

/** What workspaces and keys may use. Throws Unavailable while PostgreSQL is down. */
@Injectable()
export class LimitsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: LimitStore,
    private readonly limiter: UsageLimiter,
    private readonly defaults: DefaultLimits,
  ) {}

  async get(subject: LimitedSubject): Promise<LimitsAndUse> {
    const known = (await this.store.read([subject], Date.now())).get(subjectKey(subject));
    if (!known) throw new Error('PostgreSQL told nothing of a workspace that it was asked about');
    const defaults = subject.keyId === '' ? this.defaults.ofWorkspace : {};
    return { own: known.limits, limits: limitsOver(defaults, known.limits), stored: known.stored };
  }

  /** In place of those it had. Every process holds to them within a second or two. */
  async put(subject: LimitedSubject, given: Limits): Promise<LimitsAndUse> {
    const limits = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    await askDatabase(this.dataSource, (manager) =>
      manager.upsert(UsageLimit, { ...subject, limits }, ['workspaceId', 'keyId']),
    );
    await this.limiter.learn(subject);
    return this.get(subject);
  }
}
