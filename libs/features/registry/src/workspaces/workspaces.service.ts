import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  askDatabase,
  changeDatabase,
  DEFAULT_EXPERIMENT_NAME,
  DEFAULT_WORKSPACE_ID,
  Experiment,
  Workspace,
  WorkspaceDirectory,
  type Principal,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkLength } from '@millrace/service-kit';
import { addExperiment } from '../experiments/add-experiment.ts';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const LONGEST_DESCRIPTION = 1000;

/** The workspaces there are. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class WorkspacesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: WorkspaceDirectory,
  ) {}

  /** Those that the caller belongs to, by name. */
  async list({ isOperator, roles }: Principal): Promise<Workspace[]> {
    const all = await askDatabase(this.dataSource, (manager) =>
      manager.find(Workspace, { where: { lifecycleStage: 'active' }, order: { id: 'ASC' } }),
    );
    return isOperator ? all : all.filter(({ id }) => roles.has(id));
  }

  /** One that the caller does not belong to is as unknown as one that is not there. */
  async get(name: string, { isOperator, roles }: Principal): Promise<Workspace> {
    if (!isOperator && !roles.has(name)) throw unknownWorkspace(name);
    return this.find(name);
  }

  private async find(name: string): Promise<Workspace> {
    const found = await askDatabase(this.dataSource, (manager) =>
      manager.findOneBy(Workspace, { id: name, lifecycleStage: 'active' }),
    );
    return found ?? Promise.reject(unknownWorkspace(name));
  }

  /** With an experiment of its own for traces that name none. */
  create(name: string, description: string): Promise<Workspace> {
    if (!NAME.test(name)) {
      throw new Rejected(
        `'${name.slice(0, 100)}' is no name of a workspace: use 1 to 63 lower-case letters, digits and '-', not '-' first.`,
      );
    }
    checkLength('The description of a workspace', description, LONGEST_DESCRIPTION);
    const taken = `Workspace '${name}' already exists, or did: names are not given twice. Use another one.`;
    return changeDatabase(this.dataSource, taken, async (manager) => {
      const workspace = manager.create(Workspace, { id: name, description, creationTime: Date.now() });
      await manager.insert(Workspace, { ...workspace });
      await addExperiment(manager, name, { name: DEFAULT_EXPERIMENT_NAME, tags: new Map() });
      return workspace;
    });
  }

  async describe(name: string, description: string): Promise<Workspace> {
    checkLength('The description of a workspace', description, LONGEST_DESCRIPTION);
    const { affected } = await askDatabase(this.dataSource, (manager) =>
      manager.update(Workspace, { id: name, lifecycleStage: 'active' }, { description }),
    );
    if (!affected) throw unknownWorkspace(name);
    return this.find(name);
  }

  /** Only an empty one: its experiments are deleted first, so that nobody loses traces by one call. */
  async delete(name: string): Promise<void> {
    if (name === DEFAULT_WORKSPACE_ID) {
      throw new Rejected(`The workspace '${DEFAULT_WORKSPACE_ID}' can not be deleted.`);
    }
    await askDatabase(this.dataSource, (manager) =>
      manager.transaction((within) => deleteEmpty(within, name)),
    );
    this.directory.forget(name);
  }
}

async function deleteEmpty(manager: EntityManager, name: string): Promise<void> {
  const lock = { mode: 'pessimistic_write' } as const;
  const found = await manager.findOne(Workspace, { where: { id: name, lifecycleStage: 'active' }, lock });
  if (!found) throw unknownWorkspace(name);
  const left = await manager.countBy(Experiment, { workspaceId: name, lifecycleStage: 'active' });
  if (left > 0) {
    throw new Rejected(
      `The workspace '${name}' has ${left} active experiments: delete them first, '${DEFAULT_EXPERIMENT_NAME}' too.`,
    );
  }
  await manager.update(Workspace, name, { lifecycleStage: 'deleted' });
}

function unknownWorkspace(name: string): Rejected {
  return new Rejected(`There is no workspace '${name.slice(0, 100)}'.`, 'not-found');
}
