import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, findActiveExperiment, parseExperimentId } from '@millrace/access';
import { checkLength, checkText, decodePageToken, encodePageToken } from '@millrace/service-kit';
import { checkSelection } from '../evaluations/create-evaluation.ts';
import {
  EvaluationsService,
  type CountedEvaluation,
  type EvaluationPage,
} from '../evaluations/evaluations.service.ts';
import { pinScorers } from '../evaluations/pin-scorers.ts';
import { beginEvaluation } from './fire-schedule.ts';
import { checkFireRule, nextFire, nextFires, type FireRule } from './fire-times.ts';
import { ScheduleClock } from './schedule-clock.ts';
import {
  findSchedule,
  insertSchedule,
  listSchedules,
  updateSchedule,
  type Schedule,
  type SchedulePlan,
} from './schedule-rows.ts';

/** What may change of a schedule; absent: as it is. */
export type ScheduleChange = { readonly [Key in keyof SchedulePlan]?: SchedulePlan[Key] | undefined };

export interface ScheduleQuery {
  readonly experimentId?: string | undefined;
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

export interface SchedulePage {
  readonly schedules: readonly Schedule[];
  /** Absent on the last page. */
  readonly next?: string;
}

const LONGEST_NAME = 250;
const LONGEST_FILTER = 20_000;
const WHEN_TAKEN = 'Someone else has just changed the schedule: read it back.';

/** Schedules of a workspace. Throws Rejected for what can't be, Unavailable. */
@Injectable()
export class SchedulesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: ScheduleClock,
    private readonly evaluations: EvaluationsService,
  ) {}

  create(workspaceId: string, experimentId: string, plan: SchedulePlan): Promise<Schedule> {
    return this.change(async (manager) => {
      const experiment = await findActiveExperiment(manager, workspaceId, experimentId);
      await this.check(manager, experiment.id, plan);
      const id = `sch-${randomUUID().replaceAll('-', '')}`;
      const place = { id, workspaceId, experimentId: experiment.id, nextFireTime: this.nextFireOf(plan) };
      await insertSchedule(manager, place, plan);
      return findSchedule(manager, workspaceId, id);
    });
  }

  get(workspaceId: string, id: string): Promise<Schedule> {
    return askDatabase(this.dataSource, (manager) => findSchedule(manager, workspaceId, id));
  }

  async list(workspaceId: string, { experimentId, limit, pageToken }: ScheduleQuery): Promise<SchedulePage> {
    const search = ['evaluation-schedules', workspaceId, experimentId ?? ''];
    const experiment = experimentId === undefined ? undefined : parseExperimentId(experimentId);
    if (experimentId !== undefined && experiment === undefined) return { schedules: [] };
    const [creationTime, id] = pageToken ? decodePageToken(pageToken, search, [0, ''] as const) : [];
    const after = creationTime !== undefined && id !== undefined ? { creationTime, id } : undefined;
    const found = await askDatabase(this.dataSource, (manager) =>
      listSchedules(manager, { workspaceId, experimentId: experiment, limit: limit + 1, after }),
    );
    const schedules = found.slice(0, limit);
    const last = schedules.at(-1);
    if (found.length <= limit || !last) return { schedules };
    return { schedules, next: encodePageToken(search, [last.creationTime, last.id]) };
  }

  /** A changed rule, and the end of a pause, count from now on: what was missed before is not made up for. */
  update(workspaceId: string, id: string, change: ScheduleChange): Promise<Schedule> {
    return this.change(async (manager) => {
      const schedule = await findSchedule(manager, workspaceId, id, 'FOR NO KEY UPDATE');
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const plan: Schedule = { ...schedule, ...given };
      await this.check(manager, schedule.experimentId, plan);
      const isAnew =
        plan.cron !== schedule.cron ||
        plan.timeZone !== schedule.timeZone ||
        (schedule.isPaused && !plan.isPaused);
      await updateSchedule(manager, id, plan, isAnew ? this.nextFireOf(plan) : schedule.nextFireTime);
      return findSchedule(manager, workspaceId, id);
    });
  }

  /** Its evaluations stay. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.change(async (manager) => {
      await findSchedule(manager, workspaceId, id);
      await manager.query('DELETE FROM evaluation_schedules WHERE id = $1', [id]);
    });
  }

  /** As if it fired now; when it fires by itself does not change. */
  async runNow(workspaceId: string, id: string): Promise<CountedEvaluation> {
    const evaluationId = await this.change(async (manager) =>
      beginEvaluation(manager, await findSchedule(manager, workspaceId, id), {
        time: this.clock.now(),
        isDue: false,
      }),
    );
    await this.evaluations.advance({ id: evaluationId, workspaceId });
    return this.evaluations.get(workspaceId, evaluationId);
  }

  async listEvaluations(
    workspaceId: string,
    id: string,
    page: { readonly limit: number; readonly pageToken?: string | undefined },
  ): Promise<EvaluationPage> {
    await this.get(workspaceId, id);
    return this.evaluations.list(workspaceId, { scheduleId: id, ...page });
  }

  /** When a rule fires next. */
  preview(rule: FireRule, count: number): number[] {
    const now = this.clock.now();
    checkFireRule(rule, now);
    return nextFires(rule, now, count);
  }

  private async check(manager: EntityManager, experimentId: number, plan: SchedulePlan): Promise<void> {
    checkText('The name of a schedule', plan.name, LONGEST_NAME);
    checkLength('The filter of a schedule', plan.filter, LONGEST_FILTER);
    checkFireRule(plan, this.clock.now());
    const { filter, sampleRate, seed } = plan;
    checkSelection({ kind: 'filter', filter, sampleRate, seed });
    await pinScorers(manager, experimentId, plan.scorers);
  }

  /** A rule that was checked fires. */
  private nextFireOf(rule: FireRule): number {
    const now = this.clock.now();
    return nextFire(rule, now) ?? now;
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, WHEN_TAKEN, work);
  }
}
