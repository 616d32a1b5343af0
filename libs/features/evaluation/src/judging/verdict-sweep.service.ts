import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { askDatabase } from '@millrace/access';
import { DataSource, In } from 'typeorm';
import { Recurring } from '@millrace/service-kit';
import { VerdictPublisher } from './verdict-publisher.ts';
import { StoredVerdict } from './verdict.entity.ts';

const EVERY_MS = 30_000;
/** A younger one is being told by who stored it. */
const LEFT_MS = 30_000;
const PAGE = 200;
const DAY_MS = 86_400_000;
/** What online scoring and single calls found is on its traces; evaluations keep theirs. */
const KEPT_MS = 30 * DAY_MS;
const DELETE_EVERY_MS = 3_600_000;
const DELETE_PAGE = 5_000;
const OLD_VERDICTS = `
  DELETE FROM verdicts WHERE id IN (
    SELECT id FROM verdicts WHERE cause_kind IN ('online', 'invocation') AND judged_at < $1
      AND (published_at IS NOT NULL OR NOT is_public) LIMIT ${DELETE_PAGE})`;
const OLD_JUDGEMENTS = `
  DELETE FROM judgements WHERE id IN (SELECT id FROM judgements WHERE expires_at < $1 LIMIT ${DELETE_PAGE})`;

/** Tells verdicts that were stored by a process that ended before it told them, and forgets old ones. */
@Injectable()
export class VerdictSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Verdicts');
  private readonly sweeping = new Recurring({
    everyMs: EVERY_MS,
    work: () => this.sweepAndForget(),
    logger: this.logger,
    complaint: 'Stored verdicts could not be told',
  });
  private forgotAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly publisher: VerdictPublisher,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweeping.stop();
  }

  /** Resolves to how many it told. Throws Unavailable. */
  async sweep(): Promise<number> {
    let told = 0;
    for (let page = PAGE; page === PAGE && !this.sweeping.isStopped; told += page)
      page = await this.tellPage();
    return told;
  }

  private async sweepAndForget(): Promise<void> {
    const told = await this.sweep();
    if (told > 0) this.logger.log(`${told} stored verdicts that nobody had told were told`);
    if (Date.now() - this.forgotAt > DELETE_EVERY_MS) await this.forgetOld();
  }

  /** One process at a time has a verdict. */
  private tellPage(): Promise<number> {
    return askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (transaction) => {
        const ids = await transaction.query<{ id: string }[]>(
          `SELECT id FROM verdicts WHERE is_public AND published_at IS NULL AND judged_at < $1
           ORDER BY judged_at LIMIT ${PAGE} FOR UPDATE SKIP LOCKED`,
          [Date.now() - LEFT_MS],
        );
        if (ids.length === 0) return 0;
        const untold = await transaction.findBy(StoredVerdict, { id: In(ids.map(({ id }) => id)) });
        await this.publisher.tell(transaction, untold);
        return ids.length;
      }),
    );
  }

  /** What is kept no longer, page by page, so that no statement takes long. Resolves to how many verdicts that were. Throws Unavailable. */
  async forgetOld(now = Date.now()): Promise<number> {
    const verdicts = await this.deletePages(OLD_VERDICTS, now - KEPT_MS);
    await this.deletePages(OLD_JUDGEMENTS, now);
    this.forgotAt = now;
    return verdicts;
  }

  private async deletePages(statement: string, before: number): Promise<number> {
    let deleted = 0;
    for (let page = DELETE_PAGE; page === DELETE_PAGE && !this.sweeping.isStopped; deleted += page) {
      [, page] = await askDatabase(this.dataSource, (manager) =>
        manager.query<[unknown[], number]>(statement, [before]),
      );
    }
    return deleted;
  }
}
