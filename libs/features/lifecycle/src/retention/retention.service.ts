import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, changeDatabase, findActiveExperiment, parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { LifecycleOptions } from '../lifecycle.config.ts';
import type { Removal } from '../removals/removal.ts';
import { RemovalsService } from '../removals/removals.service.ts';

const DAY_MS = 86_400_000;
const WHEN_TAKEN = 'Someone else has just set the same: read it back.';

/** How long traces are kept. */
export interface Retention {
  /** Of experiments without a rule of their own; 0: for ever. */
  readonly defaultDays: number;
  readonly experiments: readonly { readonly experimentId: number; readonly days: number }[];
  /** How long after it was deleted a trace is on the disk. */
  readonly deletionGraceDays: number;
}

interface RuleRow {
  readonly experimentId: number | null;
  readonly days: number;
}

const RULES = `
  SELECT experiment_id AS "experimentId", days FROM retention_rules WHERE workspace_id = $1 ORDER BY experiment_id`;
const SET_RULE = `
  INSERT INTO retention_rules (workspace_id, experiment_id, days, last_update_time) VALUES ($1, $2, $3, $4)
  ON CONFLICT (workspace_id, experiment_id) DO UPDATE SET days = EXCLUDED.days, last_update_time = EXCLUDED.last_update_time`;
const DROP_RULE =
  'DELETE FROM retention_rules WHERE workspace_id = $1 AND experiment_id IS NOT DISTINCT FROM $2';

/** For how many days traces of an experiment are kept, and what its age has removed. Throws Rejected, Unavailable. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly removals: RemovalsService,
    private readonly options: LifecycleOptions,
  ) {}

  async get(workspaceId: string): Promise<Retention> {
    const rules = await askDatabase(this.dataSource, (manager) =>
      manager.query<RuleRow[]>(RULES, [workspaceId]),
    );
    return {
      defaultDays: rules.find(({ experimentId }) => experimentId === null)?.days ?? 0,
      experiments: rules.flatMap(({ experimentId, days }) =>
        experimentId === null ? [] : [{ experimentId, days }],
      ),
      deletionGraceDays: this.options.config.deletionGraceMs / DAY_MS,
    };
  }

  /** Undefined: no rule, which for an experiment means the workspace's. */
  async set(
    workspaceId: string,
    experiment: string | undefined,
    days: number | undefined,
  ): Promise<Retention> {
    await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const id =
        experiment === undefined ? null : (await findActiveExperiment(manager, workspaceId, experiment)).id;
      if (days === undefined) await manager.query(DROP_RULE, [workspaceId, id]);
      else await manager.query(SET_RULE, [workspaceId, id, days, Date.now()]);
    });
    return this.get(workspaceId);
  }

  /** Removes now what the next day would. */
  async apply(workspaceId: string, experiment: string, askedBy: string): Promise<Removal> {
    const id = parseExperimentId(experiment);
    await changeDatabase(this.dataSource, WHEN_TAKEN, (manager) =>
      findActiveExperiment(manager, workspaceId, experiment),
    );
    const { defaultDays, experiments } = await this.get(workspaceId);
    const days = experiments.find(({ experimentId }) => experimentId === id)?.days ?? defaultDays;
    if (days === 0) {
      throw new Rejected(
        `Experiment ${experiment} is kept for ever: set for how many days its traces are kept.`,
      );
    }
    return this.removals.begin({
      workspaceId,
      kind: 'retention',
      experimentId: id,
      userId: undefined,
      sessionId: undefined,
      reason: `older than ${days} days`,
      askedBy,
      cutoffTime: this.options.now() - days * DAY_MS,
    });
  }
}
