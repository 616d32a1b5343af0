import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  askDatabase,
  changeDatabase,
  Experiment,
  ExperimentTag,
  lockActiveExperiment,
  parseExperimentId,
  unknownExperiment,
  type LifecycleStage,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkLength, checkText } from '@millrace/service-kit';
import { addExperiment } from './add-experiment.ts';
import { searchExperiments, type ExperimentPage, type ExperimentSearch } from './search-experiments.ts';

export interface NewExperiment {
  readonly name: string;
  readonly artifactLocation?: string | undefined;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

/** What is said anew; a tag of null goes. */
export interface ExperimentChange {
  readonly name?: string | undefined;
  readonly tags: Readonly<Record<string, string | null>>;
}

const LONGEST_NAME = 500;
const LONGEST_TAG_KEY = 250;
const LONGEST_TAG_VALUE = 20_000;

/** The experiments of a workspace. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ExperimentsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Deleted ones too. */
  async get(workspaceId: string, experimentId: string): Promise<Experiment> {
    const id = parseExperimentId(experimentId);
    const found =
      id !== undefined &&
      (await this.ask((manager) =>
        manager.findOne(Experiment, { where: { id, workspaceId }, relations: { tags: true } }),
      ));
    return found || Promise.reject(unknownExperiment(experimentId));
  }

  /** Deleted ones too, since their names stay taken. */
  async getByName(workspaceId: string, name: string): Promise<Experiment> {
    const found = await this.ask((manager) =>
      manager.findOne(Experiment, { where: { name, workspaceId }, relations: { tags: true } }),
    );
    return (
      found ?? Promise.reject(new Rejected(`Could not find experiment with name '${name}'`, 'not-found'))
    );
  }

  search(workspaceId: string, search: ExperimentSearch): Promise<ExperimentPage> {
    return this.ask((manager) => searchExperiments(manager, workspaceId, search));
  }

  async create(workspaceId: string, { name, artifactLocation, tags }: NewExperiment): Promise<Experiment> {
    checkName(name);
    const tagsByKey = new Map(tags.map((tag) => [tag.key, tag.value]));
    for (const [key, value] of tagsByKey) checkTag(key, value);
    return this.changing(name, (manager) =>
      addExperiment(manager, workspaceId, { name, artifactLocation, tags: tagsByKey }),
    );
  }

  async rename(workspaceId: string, experimentId: string, name: string): Promise<void> {
    checkName(name);
    await this.changing(name, async (manager) => {
      const { id } = await lockActiveExperiment(manager, workspaceId, experimentId);
      await manager.update(Experiment, id, { name, lastUpdateTime: Date.now() });
    });
  }

  /** All of it, or nothing. */
  async update(
    workspaceId: string,
    experimentId: string,
    { name, tags }: ExperimentChange,
  ): Promise<Experiment> {
    if (name !== undefined) checkName(name);
    for (const [key, value] of Object.entries(tags)) checkTag(key, value ?? '');
    await this.changing(name ?? '', async (manager) => {
      const { id } = await lockActiveExperiment(manager, workspaceId, experimentId);
      await manager.update(Experiment, id, {
        ...(name !== undefined && { name }),
        lastUpdateTime: Date.now(),
      });
      for (const [key, value] of Object.entries(tags)) {
        const tag = { experimentId: id, key };
        if (value === null) await manager.delete(ExperimentTag, tag);
        else await manager.upsert(ExperimentTag, { ...tag, value }, ['experimentId', 'key']);
      }
    });
    return this.get(workspaceId, experimentId);
  }

  async delete(workspaceId: string, experimentId: string): Promise<void> {
    await this.moveTo('deleted', workspaceId, experimentId);
  }

  async restore(workspaceId: string, experimentId: string): Promise<void> {
    await this.moveTo('active', workspaceId, experimentId);
  }

  async setTag(workspaceId: string, experimentId: string, key: string, value: string): Promise<void> {
    checkTag(key, value);
    await this.changing(key, async (manager) => {
      const { id } = await lockActiveExperiment(manager, workspaceId, experimentId);
      await manager.upsert(ExperimentTag, { experimentId: id, key, value }, ['experimentId', 'key']);
    });
  }

  async deleteTag(workspaceId: string, experimentId: string, key: string): Promise<void> {
    await this.changing(key, async (manager) => {
      const { id } = await lockActiveExperiment(manager, workspaceId, experimentId);
      const { affected } = await manager.delete(ExperimentTag, { experimentId: id, key });
      if (!affected)
        throw new Rejected(`No tag with name: ${key} in experiment with id ${experimentId}`, 'not-found');
    });
  }

  private async moveTo(stage: LifecycleStage, workspaceId: string, experimentId: string): Promise<void> {
    const id = parseExperimentId(experimentId);
    const from: LifecycleStage = stage === 'active' ? 'deleted' : 'active';
    const change = { lifecycleStage: stage, lastUpdateTime: Date.now() };
    const isMoved =
      id !== undefined &&
      (await this.ask((manager) =>
        manager.update(Experiment, { id, workspaceId, lifecycleStage: from }, change),
      ));
    if (!isMoved || !isMoved.affected) throw unknownExperiment(experimentId);
  }

  private ask<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, work);
  }

  private changing<Result>(name: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(
      this.dataSource,
      `Experiment(name=${name}) already exists, active or deleted. Use another name, or restore it.`,
      work,
    );
  }
}

function checkTag(key: string, value: string): void {
  checkText("Invalid value for parameter 'key': the key of an experiment tag", key, LONGEST_TAG_KEY);
  checkLength('The value of an experiment tag', value, LONGEST_TAG_VALUE);
}

function checkName(name: string): void {
  checkText("Invalid value for parameter 'name': the name of an experiment", name, LONGEST_NAME);
}
