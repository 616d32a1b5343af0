import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, ExperimentDirectory } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkLength, checkText } from '@millrace/service-kit';
import { activeExperiment } from '../input/active-experiment.ts';
import { readNewest, type Page, type PageRequest } from '../paging/page.ts';
import { checkInput, checkInputStays, type LabelInput } from './label-input.ts';
import { LabelSchema, type LabelKind } from './label-schema.entity.ts';

export interface NewLabelSchema {
  readonly experimentId: string;
  readonly name: string;
  readonly kind: LabelKind;
  readonly input: LabelInput;
  readonly instruction?: string | undefined;
  readonly hasComment: boolean;
}

/** What is absent stays. */
export interface LabelSchemaUpdate {
  readonly name?: string | undefined;
  readonly input?: LabelInput | undefined;
  readonly instruction?: string | undefined;
  readonly hasComment?: boolean | undefined;
}

const LONGEST_NAME = 250;
const LONGEST_INSTRUCTION = 1000;
const DEFAULT_NAME = 'Feedback';
const DEFAULT_INSTRUCTION = 'Share any feedback on this trace.';

/** The questions that reviewers of an experiment's traces are asked. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class LabelSchemasService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: ExperimentDirectory,
  ) {}

  async create(workspaceId: string, given: NewLabelSchema): Promise<LabelSchema> {
    const place = await activeExperiment(this.directory, workspaceId, given.experimentId);
    checkName(given.name);
    checkLength('The instruction of a label schema', given.instruction ?? '', LONGEST_INSTRUCTION);
    checkInput(given.input);
    return changeDatabase(
      this.dataSource,
      `Label schema with name '${given.name}' already exists for experiment '${given.experimentId}'.`,
      async (manager) => {
        const schema = newSchema(manager, { ...given, ...place }, false);
        await manager.insert(LabelSchema, schema);
        return schema;
      },
    );
  }

  async get(workspaceId: string, id: string): Promise<LabelSchema> {
    const found = await this.ask((manager) => manager.findOneBy(LabelSchema, { id, workspaceId }));
    return found ?? Promise.reject(unknownSchema(id));
  }

  async getByName(workspaceId: string, experimentId: string, name: string): Promise<LabelSchema> {
    const place = await activeExperiment(this.directory, workspaceId, experimentId);
    const found = await this.ask((manager) => manager.findOneBy(LabelSchema, { ...place, name }));
    if (found) return found;
    throw new Rejected(
      `Label schema with name '${name}' not found for experiment '${experimentId}'.`,
      'not-found',
    );
  }

  /** The newest first. Every experiment has at least one, which the first listing makes. */
  async list(workspaceId: string, experimentId: string, page: PageRequest): Promise<Page<LabelSchema>> {
    const place = await activeExperiment(this.directory, workspaceId, experimentId);
    return this.ask(async (manager) => {
      await makeDefault(manager, place);
      const query = manager.createQueryBuilder(LabelSchema, 'schema').where(place);
      return readNewest(query, page, { search: ['label-schemas', place.experimentId], id: 'id' });
    });
  }

  async update(workspaceId: string, id: string, update: LabelSchemaUpdate): Promise<LabelSchema> {
    if (update.name !== undefined) checkName(update.name);
    checkLength('The instruction of a label schema', update.instruction ?? '', LONGEST_INSTRUCTION);
    if (update.input) checkInput(update.input);
    return changeDatabase(
      this.dataSource,
      `Label schema with name '${update.name}' already exists in its experiment.`,
      async (manager) => {
        const schema = await lock(manager, workspaceId, id);
        if (schema.isDefault) throw new Rejected("The experiment's default question cannot be edited.");
        if (update.input) checkInputStays(schema.input, update.input);
        return manager.save(LabelSchema, {
          ...schema,
          name: update.name ?? schema.name,
          input: update.input ?? schema.input,
          instruction: update.instruction ?? schema.instruction ?? null,
          hasComment: update.hasComment ?? schema.hasComment,
          lastUpdateTime: Date.now(),
        });
      },
    );
  }

  /** No fault if there is none. Assessments made with it stay. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.ask(async (manager) => {
      const schema = await manager.findOneBy(LabelSchema, { id, workspaceId });
      if (schema?.isDefault) throw new Rejected("The experiment's default question cannot be deleted.");
      if (schema) await manager.delete(LabelSchema, { id, isDefault: false });
    });
  }

  private ask<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, work);
  }
}

type PlacedSchema = Omit<NewLabelSchema, 'experimentId'> & {
  readonly workspaceId: string;
  readonly experimentId: number;
};

function newSchema(manager: EntityManager, given: PlacedSchema, isDefault: boolean): LabelSchema {
  const now = Date.now();
  return manager.create(LabelSchema, {
    id: `ls-${randomUUID().replaceAll('-', '')}`,
    workspaceId: given.workspaceId,
    experimentId: given.experimentId,
    name: given.name,
    kind: given.kind,
    input: given.input,
    instruction: given.instruction ?? null,
    hasComment: given.hasComment,
    isDefault,
    creationTime: now,
    lastUpdateTime: now,
  });
}

/** Of concurrent first listings one makes it. */
async function makeDefault(
  manager: EntityManager,
  place: { readonly workspaceId: string; readonly experimentId: number },
): Promise<void> {
  if (await manager.existsBy(LabelSchema, { ...place, isDefault: true })) return;
  const schema = newSchema(
    manager,
    {
      ...place,
      name: DEFAULT_NAME,
      kind: 'feedback',
      input: { kind: 'text' },
      instruction: DEFAULT_INSTRUCTION,
      hasComment: false,
    },
    true,
  );
  await manager.createQueryBuilder().insert().into(LabelSchema).values(schema).orIgnore().execute();
}

async function lock(manager: EntityManager, workspaceId: string, id: string): Promise<LabelSchema> {
  const found = await manager.findOne(LabelSchema, {
    where: { id, workspaceId },
    lock: { mode: 'pessimistic_write' },
  });
  return found ?? Promise.reject(unknownSchema(id));
}

function checkName(name: string): void {
  checkText('The name of a label schema', name, LONGEST_NAME);
  if (name.trim().toLowerCase() !== DEFAULT_NAME.toLowerCase()) return;
  throw new Rejected(
    `'${name}' is reserved for the experiment's default question and cannot be used for another label schema.`,
  );
}

function unknownSchema(id: string): Rejected {
  return new Rejected(`Label schema with id '${id}' not found.`, 'not-found');
}
