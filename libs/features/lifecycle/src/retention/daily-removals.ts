import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Recurring } from '@millrace/service-kit';
import { LifecycleOptions } from '../lifecycle.config.ts';
import { RemovalsService } from '../removals/removals.service.ts';

const EVERY_MS = 30_000;
/** A removal that nobody has looked at for so long is queued again, should the queue have lost it. */
const UNSEEN_MS = 60_000;
const PAGE = 500;

/** $1 the time. One a day and experiment, of those with an end to their traces. */
const BEGIN_RETENTION = `
  INSERT INTO removals (id, workspace_id, kind, experiment_id, reason, day, cutoff_time, creation_time)
  SELECT gen_random_uuid(), experiment.workspace_id, 'retention', experiment.id, 'older than ' || rule.days || ' days',
    (to_timestamp($1::bigint / 1000) AT TIME ZONE 'UTC')::date, $1::bigint - rule.days * 86400000::bigint, $2
  FROM experiments experiment CROSS JOIN LATERAL (
    SELECT days FROM retention_rules
    WHERE workspace_id = experiment.workspace_id AND (experiment_id = experiment.id OR experiment_id IS NULL)
    ORDER BY experiment_id NULLS LAST LIMIT 1) AS rule
  WHERE rule.days > 0
  ON CONFLICT DO NOTHING`;
/** $3 how long a deleted trace stays. */
const BEGIN_DELETIONS = `
  INSERT INTO removals (id, workspace_id, kind, reason, day, cutoff_time, creation_time)
  SELECT gen_random_uuid(), id, 'deletion', 'deleted before', (to_timestamp($1::bigint / 1000) AT TIME ZONE 'UTC')::date,
    $1::bigint - $3::bigint, $2
  FROM workspaces
  ON CONFLICT DO NOTHING`;
/** Days that removed nothing are no history, once they need not be told from days to come. */
const FORGET_EMPTY = `
  DELETE FROM removals WHERE day < (to_timestamp($1::bigint / 1000) AT TIME ZONE 'UTC')::date AND state = 'done'
    AND trace_count = 0 AND held = '{}' AND kind <> 'erasure'`;
const UNSEEN = `
  UPDATE removals SET last_look_time = $1::bigint WHERE id IN (
    SELECT id FROM removals WHERE state IN ('waiting', 'running') AND last_look_time < $1::bigint - ${UNSEEN_MS}::bigint
    ORDER BY last_look_time LIMIT ${PAGE} FOR UPDATE SKIP LOCKED)
  RETURNING id, workspace_id AS "workspaceId"`;

/** Looks at the clock: begins the removals of the day, in whatever process comes first, and brings back those that were lost. */
@Injectable()
export class DailyRemovals implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly looking = new Recurring({
    everyMs: EVERY_MS,
    work: () => this.look(),
    logger: new Logger(DailyRemovals.name),
    complaint: "The removals of the day can't begin",
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly removals: RemovalsService,
    private readonly options: LifecycleOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.looking.stop();
  }

  /** Throws Unavailable. */
  async look(): Promise<void> {
    const now = this.options.now();
    const unseen = await askDatabase(this.dataSource, async (manager) => {
      await manager.query(BEGIN_RETENTION, [now, Date.now()]);
      await manager.query(BEGIN_DELETIONS, [now, Date.now(), this.options.config.deletionGraceMs]);
      await manager.query(FORGET_EMPTY, [now]);
      const [rows] = await manager.query<[{ readonly id: string; readonly workspaceId: string }[], number]>(
        UNSEEN,
        [Date.now()],
      );
      return rows;
    });
    await this.removals.queueUp(unseen);
  }
}
