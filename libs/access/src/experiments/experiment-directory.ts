import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Rejected, Unavailable } from '@millrace/domain';
import { askDatabase } from '../database/ask-database.ts';
import { Experiment } from '../entities/experiment.entity.ts';
import { DEFAULT_WORKSPACE_ID } from '../workspaces/workspace-directory.ts';
import { ExperimentCache, type ExperimentSummary } from './experiment-cache.ts';

const DEFAULT_EXPERIMENT_ID = 0;
/** Of the experiment that every workspace has from its start. */
export const DEFAULT_EXPERIMENT_NAME = 'Default';

/** Where a trace belongs. */
export interface ExperimentPlace {
  readonly workspaceId: string;
  readonly experimentId: number;
}

/** More than an installation is designed for: a page of experiments has this many at most. */
const LONGEST_LIST = 10_000;
const EXPERIMENT_ID = /^\d{1,10}$/;
const LARGEST_ID = 2 ** 31 - 1;

/**
 * Which experiments there are, for services that read and write traces. Answers may be 5 s old; while PostgreSQL is down,
 * what was known before is still answered.
 */
@Injectable()
export class ExperimentDirectory {
  private readonly cache = new ExperimentCache();
  /** Questions under way, so that a burst of requests asks once. */
  private readonly asking = new Map<string, Promise<void>>();
  /** Ids by workspace: they never change. */
  private readonly defaultExperiments = new Map<string, number>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * The place for new traces of an experiment of the workspace; of its default experiment without an id, which in the
   * default workspace needs no PostgreSQL. Throws Rejected for an unknown ('not-found') or deleted ('invalid') experiment,
   * Unavailable when it can't be asked.
   */
  async resolve(
    workspaceId: string,
    { experimentId }: { readonly experimentId?: string | undefined },
  ): Promise<ExperimentPlace> {
    if (experimentId === undefined || experimentId === '') return this.defaultPlace(workspaceId);
    const id = parseExperimentId(experimentId);
    const experiment = id === undefined ? undefined : await this.findOne(id);
    if (experiment?.workspaceId !== workspaceId) {
      throw new Rejected(`No Experiment with id=${experimentId} exists`, 'not-found');
    }
    if (experiment.lifecycleStage === 'deleted') {
      throw new Rejected(
        `The experiment ${experiment.id} must be in the 'active' state. Current state is deleted. ` +
          'Restore it or choose another experiment.',
      );
    }
    return { workspaceId: experiment.workspaceId, experimentId: experiment.id };
  }

  /** Those of the experiments that exist, deleted ones too. */
  async find(workspaceId: string, ids: readonly string[]): Promise<ExperimentSummary[]> {
    const numbers = ids.map(parseExperimentId).filter((id) => id !== undefined);
    const found = await this.findMany([...new Set(numbers)]);
    return found.filter((experiment) => experiment.workspaceId === workspaceId);
  }

  /** Asked for each time; deleted ones too. */
  async findByName(workspaceId: string, name: string): Promise<ExperimentSummary | undefined> {
    const found = await askDatabase(this.dataSource, (manager) =>
      manager.findOneBy(Experiment, { workspaceId, name }),
    );
    return found ? summarize(found) : undefined;
  }

  /** The active experiments of a workspace, by id. */
  async list(workspaceId: string): Promise<ExperimentSummary[]> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.find(Experiment, {
        where: { workspaceId, lifecycleStage: 'active' },
        order: { id: 'ASC' },
        take: LONGEST_LIST,
      }),
    );
    return rows.map(summarize);
  }

  private async defaultPlace(workspaceId: string): Promise<ExperimentPlace> {
    if (workspaceId === DEFAULT_WORKSPACE_ID) return { workspaceId, experimentId: DEFAULT_EXPERIMENT_ID };
    const id = this.defaultExperiments.get(workspaceId) ?? (await this.findDefault(workspaceId));
    return this.resolve(workspaceId, { experimentId: String(id) });
  }

  private async findDefault(workspaceId: string): Promise<number> {
    const found = await askDatabase(this.dataSource, (manager) =>
      manager.findOneBy(Experiment, { workspaceId, name: DEFAULT_EXPERIMENT_NAME }),
    );
    if (!found) {
      throw new Rejected(
        `the workspace '${workspaceId}' has no experiment '${DEFAULT_EXPERIMENT_NAME}': name an experiment`,
        'not-found',
      );
    }
    this.defaultExperiments.set(workspaceId, found.id);
    return found.id;
  }

  private async findOne(id: number): Promise<ExperimentSummary | undefined> {
    const [experiment] = await this.findMany([id]);
    return experiment;
  }

  private async findMany(ids: readonly number[]): Promise<ExperimentSummary[]> {
    const unknown = ids.filter((id) => !this.cache.isFresh(id));
    if (unknown.length > 0) await this.refreshOnce(unknown);
    return ids.map((id) => this.cache.get(id)).filter((experiment) => experiment !== undefined);
  }

  private refreshOnce(ids: readonly number[]): Promise<void> {
    const key = ids.join();
    const asking = this.asking.get(key) ?? this.refresh(ids).finally(() => this.asking.delete(key));
    this.asking.set(key, asking);
    return asking;
  }

  private async refresh(ids: readonly number[]): Promise<void> {
    try {
      const rows = await askDatabase(this.dataSource, (manager) =>
        manager.findBy(Experiment, { id: In([...ids]) }),
      );
      for (const id of ids) this.cache.remove(id);
      for (const row of rows) this.cache.set(summarize(row));
    } catch (error) {
      const isKnown = ids.every((id) => this.cache.get(id) !== undefined);
      if (!(error instanceof Unavailable) || !isKnown) throw error;
      for (const id of ids) this.cache.touch(id);
    }
  }
}

/** Undefined for a text that can't be the id of an experiment. */
export function parseExperimentId(text: string): number | undefined {
  if (!EXPERIMENT_ID.test(text)) return undefined;
  const id = Number(text);
  return id <= LARGEST_ID ? id : undefined;
}

function summarize({ id, workspaceId, name, lifecycleStage }: Experiment): ExperimentSummary {
  return { id, workspaceId, name, lifecycleStage };
}
