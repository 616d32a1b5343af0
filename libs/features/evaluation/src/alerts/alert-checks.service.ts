import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Any, DataSource, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Unavailable } from '@millrace/domain';
import { mapBounded, waitBriefly } from '@millrace/service-kit';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { EvaluationOptions } from '../evaluation.config.ts';
import { ScheduleClock } from '../schedules/schedule-clock.ts';
import { alertDefinition } from './alert-definition.ts';
import { AlertGroup } from './alert-group.entity.ts';
import { AlertMeasuringService } from './alert-measuring.service.ts';
import { AlertPublisher } from './alert-publisher.ts';
import { AlertRule } from './alert-rule.entity.ts';
import { recordStandings, type WatchedRule } from './record-standings.ts';

const RULES_AT_ONCE = 16;
const PARALLEL_CHECKS = 4;
/** A check that takes longer is begun anew, by whoever comes first. */
const LONGEST_CHECK_MS = 60_000;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

const claimed = z.tuple([z.array(z.object({ id: z.string() })), z.number()]);

/** Checks alert rules when they are due; all processes share the work, and each check counts once. */
@Injectable()
export class AlertChecksService
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnModuleDestroy
{
  private readonly logger = new Logger('Alerts');
  private readonly stopping = new AbortController();
  private readonly checkEveryMs: number;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: ScheduleClock,
    private readonly measuring: AlertMeasuringService,
    private readonly publisher: AlertPublisher,
    { config }: EvaluationOptions,
  ) {
    this.checkEveryMs = config.alerts.checkEveryMs;
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** First of all: others that stop before it may wait for the same database. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await waitBriefly(this.running);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const pauseMs = Math.min(Math.max(this.checkEveryMs / 4, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
    while (!signal.aborted) {
      const checked = await this.checkDue().catch((error: unknown) => this.complain('checked', error));
      if (signal.aborted) return;
      await this.publisher.publishUntold().catch((error: unknown) => this.complain('told of', error));
      if (checked < RULES_AT_ONCE) await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private complain(what: string, error: unknown): number {
    this.logger.warn(`Alerts can't be ${what} at the moment, it is tried again: ${String(error)}`);
    return 0;
  }

  private async checkDue(): Promise<number> {
    const now = this.clock.now();
    const rules = await this.claim(now);
    await mapBounded(rules, PARALLEL_CHECKS, (rule) => this.check(rule, now));
    return rules.length;
  }

  /** Those that wait longest, for this process alone until the check is done or has taken too long. */
  private claim(now: number): Promise<AlertRule[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const answer: unknown = await manager.query(
        `UPDATE alert_rules rule SET next_check_time = $1::bigint + $2::bigint, check_number = check_number + 1
         FROM (
           SELECT due.id FROM alert_rules due
           WHERE due.is_enabled AND due.next_check_time <= $1::bigint AND EXISTS (
             SELECT 1 FROM experiments WHERE id = due.experiment_id AND lifecycle_stage = 'active')
           ORDER BY due.next_check_time LIMIT $3 FOR UPDATE OF due SKIP LOCKED
         ) due WHERE rule.id = due.id RETURNING rule.id`,
        [now, LONGEST_CHECK_MS, RULES_AT_ONCE],
      );
      const [rows] = claimed.parse(answer);
      return manager.findBy(AlertRule, { id: Any(rows.map(({ id }) => id)) });
    });
  }

  /** A rule that can't be measured says so, and the others go on. */
  private async check(rule: AlertRule, now: number): Promise<void> {
    try {
      const watched = { rule, definition: alertDefinition.parse(JSON.parse(rule.definition)) };
      const groups = await askDatabase(this.dataSource, (manager) =>
        manager.findBy(AlertGroup, { ruleId: rule.id }),
      );
      const known = groups.map(({ group }) => group);
      const look = await this.measuring.look(rule, watched.definition, now, known);
      await this.finish(watched, now, '', (manager) => recordStandings(manager, watched, look));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`Alert rule ${rule.id} could not be checked: ${reason}`);
      if (!(error instanceof Unavailable)) await this.finish({ rule }, now, reason, async () => undefined);
    }
  }

  /** Nothing happens when another check of the rule has begun meanwhile, or the rule was changed. */
  private async finish(
    { rule }: Pick<WatchedRule, 'rule'>,
    now: number,
    error: string,
    write: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (transaction) => {
        const checked = {
          lastCheckTime: now,
          nextCheckTime: now + this.checkEveryMs,
          error: error.slice(0, 1000),
        };
        const key = { id: rule.id, checkNumber: rule.checkNumber, isEnabled: true };
        const { affected } = await transaction.update(AlertRule, key, checked);
        if (affected) await write(transaction);
      }),
    );
  }
}
