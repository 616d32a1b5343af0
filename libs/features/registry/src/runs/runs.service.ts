import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, type LifecycleStage } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import {
  checkRunName,
  createRun,
  lockActiveRun,
  lockRun,
  Run,
  RUN_NAME_TAG,
  unknownRun,
  writeTags,
  type NewRun,
  type RunDetails,
  type RunStatus,
} from '@millrace/runs';
import { PendingEvents } from '../events/pending-events.service.ts';
import { loadRuns } from './load-runs.ts';
import { searchRuns, type RunPage, type RunSearch } from './search-runs.ts';

/** What may change of a run; absent: as it is. */
export interface RunChange {
  readonly name?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly endTime?: number | undefined;
}

/** The runs of a workspace. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class RunsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: PendingEvents,
  ) {}

  /** Deleted ones too. */
  async get(workspaceId: string, runId: string): Promise<RunDetails> {
    return askDatabase(this.dataSource, (manager) => getRun(manager, workspaceId, runId));
  }

  search(workspaceId: string, search: RunSearch): Promise<RunPage> {
    return askDatabase(this.dataSource, (manager) => searchRuns(manager, workspaceId, search));
  }

  async create(workspaceId: string, given: NewRun): Promise<RunDetails> {
    return this.change(async (manager) => {
      const { runId } = await createRun(manager, workspaceId, given);
      return getRun(manager, workspaceId, runId);
    });
  }

  async update(
    workspaceId: string,
    runId: string,
    { name, status, endTime }: RunChange,
  ): Promise<RunDetails> {
    if (name) checkRunName(name);
    return this.change(async (manager) => {
      const place = await lockActiveRun(manager, workspaceId, runId);
      const change = { ...(status && { status }), ...(endTime !== undefined && { endTime }) };
      if (Object.keys(change).length > 0) await manager.update(Run, runId, change);
      if (name) await writeTags(manager, place, [{ key: RUN_NAME_TAG, value: name }]);
      return getRun(manager, workspaceId, runId);
    });
  }

  /** Again is fine. Announces `run.deleted`. */
  async delete(workspaceId: string, runId: string): Promise<void> {
    await this.change(async (manager) => {
      const { experimentId } = await lockRun(manager, workspaceId, runId);
      await moveTo('deleted', manager, runId);
      const id = `${runId}:${Date.now()}:run.deleted`;
      await this.events.add(manager, { id, type: 'run.deleted', workspaceId, experimentId, runId });
    });
    this.events.publishSoon();
  }

  /** Again is fine. A run of a deleted experiment comes back with its experiment alone. */
  async restore(workspaceId: string, runId: string): Promise<void> {
    await this.change(async (manager) => {
      const { experimentId, experimentStage } = await lockRun(manager, workspaceId, runId);
      if (experimentStage === 'deleted') {
        throw new Rejected(
          `The run ${runId} belongs to the deleted experiment ${experimentId}: restore that first.`,
        );
      }
      await moveTo('active', manager, runId);
    });
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, 'Another request has just done the same; read it back.', work);
  }
}

async function getRun(manager: EntityManager, workspaceId: string, runId: string): Promise<RunDetails> {
  const [run] = await loadRuns(manager, workspaceId, [runId]);
  return run ?? Promise.reject(unknownRun(runId));
}

async function moveTo(lifecycleStage: LifecycleStage, manager: EntityManager, runId: string): Promise<void> {
  await manager.update(Run, runId, { lifecycleStage });
}
