import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import {
  askDatabase,
  changeDatabase,
  Experiment,
  parseExperimentId,
  unknownExperiment,
} from '@millrace/access';
import {
  EvaluationDataset,
  EvaluationDatasetExperiment,
  EvaluationDatasetTag,
  findDataset,
  unknownDataset,
} from '@millrace/datasets';
import { checkLength, checkLimit, checkText } from '@millrace/service-kit';
import { decodePageToken, encodePageToken } from '../search/page-token.ts';
import { checkRecords } from './dataset-records.ts';
import { searchDatasets, type DatasetPage, type DatasetSearch } from './search-datasets.ts';
import { deleteRecords, extendSchema, listRecords, mergeRecords, newDatasetId } from './stored-records.ts';

export interface NewDataset {
  readonly name: string;
  readonly experimentIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly createdBy?: string | undefined;
}

export interface DatasetChange {
  /** Added to those there are. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Experiments it belongs to from now on. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

export interface RecordsAsked {
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

const LONGEST_NAME = 500;
const LONGEST_TAG_KEY = 250;
const LONGEST_TAG_VALUE = 5000;
/** A page of records. */
const MOST_RECORDS = 10_000;
/** MLflow's tag of who did it. */
const USER_TAG = 'mlflow.user';

/** Evaluation datasets of a workspace. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class DatasetsService {
  constructor(private readonly dataSource: DataSource) {}

  get(workspaceId: string, id: string): Promise<EvaluationDataset> {
    return askDatabase(this.dataSource, (manager) => findDataset(manager, workspaceId, id));
  }

  search(workspaceId: string, search: DatasetSearch): Promise<DatasetPage> {
    return askDatabase(this.dataSource, (manager) => searchDatasets(manager, workspaceId, search));
  }

  create(
    workspaceId: string,
    { name, experimentIds, tags, createdBy }: NewDataset,
  ): Promise<EvaluationDataset> {
    checkText("Invalid value for parameter 'name': the name of a dataset", name, LONGEST_NAME);
    checkTags(tags);
    const now = Date.now();
    const id = newDatasetId();
    const user = createdBy ?? tags[USER_TAG] ?? null;
    return this.change(async (manager) => {
      await manager.insert(EvaluationDataset, {
        id,
        workspaceId,
        name,
        digest: digestOf(name, now),
        recordCount: 0,
        createdBy: user,
        lastUpdatedBy: user,
        creationTime: now,
        lastUpdateTime: now,
      });
      await putTags(manager, id, tags);
      await link(manager, workspaceId, id, experimentIds);
      return findDataset(manager, workspaceId, id);
    });
  }

  /** Does nothing when there is none: a delete may be sent twice. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await askDatabase(this.dataSource, (manager) => manager.delete(EvaluationDataset, { id, workspaceId }));
  }

  /** All of it or nothing. Experiments to leave that it does not belong to are passed over. */
  update(
    workspaceId: string,
    id: string,
    { tags = {}, added = [], removed = [] }: DatasetChange,
  ): Promise<EvaluationDataset> {
    checkTags(tags);
    const left = removed.map(parseExperimentId).filter((each) => each !== undefined);
    const user = tags[USER_TAG];
    return this.change(async (manager) => {
      await lockDataset(manager, workspaceId, id);
      await putTags(manager, id, tags);
      await link(manager, workspaceId, id, added);
      await manager.delete(EvaluationDatasetExperiment, { datasetId: id, experimentId: In(left) });
      await manager.update(EvaluationDataset, id, {
        lastUpdateTime: Date.now(),
        ...(user !== undefined && { lastUpdatedBy: user }),
      });
      return findDataset(manager, workspaceId, id);
    });
  }

  /** Does nothing when there is no such tag. */
  async deleteTag(workspaceId: string, id: string, key: string): Promise<void> {
    await this.change(async (manager) => {
      await lockDataset(manager, workspaceId, id);
      await manager.delete(EvaluationDatasetTag, { datasetId: id, key });
    });
  }

  /** Merges a JSON list of records: same inputs, same record. All of them or none. */
  mergeRecords(
    workspaceId: string,
    id: string,
    records: string,
    updatedBy?: string,
  ): Promise<{ readonly inserted: number; readonly updated: number }> {
    checkRecords(records);
    const now = Date.now();
    return this.change(async (manager) => {
      const dataset = await lockDataset(manager, workspaceId, id);
      const { inserted, updated, lastUser } = await mergeRecords(manager, id, records, now);
      await manager.update(EvaluationDataset, id, {
        schema: await extendSchema(manager, dataset.schema ?? undefined, records),
        recordCount: dataset.recordCount + inserted,
        digest: digestOf(dataset.name, now),
        lastUpdateTime: now,
        lastUpdatedBy: updatedBy ?? lastUser ?? dataset.lastUpdatedBy ?? null,
      });
      return { inserted, updated };
    });
  }

  /** One page of records, each a JSON object. */
  async listRecords(
    workspaceId: string,
    id: string,
    { limit, pageToken }: RecordsAsked,
  ): Promise<{ readonly records: readonly string[]; readonly nextPageToken?: string }> {
    checkLimit(limit, MOST_RECORDS);
    const [after] = pageToken ? decodePageToken(pageToken, id, 1) : ['0'];
    return askDatabase(this.dataSource, async (manager) => {
      await requireDataset(manager, workspaceId, id);
      const { records, nextPosition } = await listRecords(manager, id, after ?? '0', limit);
      return {
        records,
        ...(nextPosition !== undefined && { nextPageToken: encodePageToken([nextPosition], id) }),
      };
    });
  }

  /** How many of them there were. */
  deleteRecords(workspaceId: string, id: string, recordIds: readonly string[]): Promise<number> {
    const now = Date.now();
    return this.change(async (manager) => {
      const dataset = await lockDataset(manager, workspaceId, id);
      const deleted = await deleteRecords(manager, id, recordIds);
      if (deleted === 0) return 0;
      await manager.update(EvaluationDataset, id, {
        recordCount: dataset.recordCount - deleted,
        digest: digestOf(dataset.name, now),
        lastUpdateTime: now,
      });
      return deleted;
    });
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, 'The dataset was changed by someone else: try again.', work);
  }
}

/** Changes of one dataset wait for each other, so its count and schema are of all its records. */
async function lockDataset(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<EvaluationDataset> {
  const lock = { mode: 'pessimistic_write' } as const;
  return (
    (await manager.findOne(EvaluationDataset, { where: { id, workspaceId }, lock })) ??
    Promise.reject(unknownDataset(id))
  );
}

async function requireDataset(manager: EntityManager, workspaceId: string, id: string): Promise<void> {
  if (!(await manager.existsBy(EvaluationDataset, { id, workspaceId }))) throw unknownDataset(id);
}

async function putTags(
  manager: EntityManager,
  datasetId: string,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const rows = Object.entries(tags).map(([key, value]) => ({ datasetId, key, value }));
  if (rows.length > 0) await manager.upsert(EvaluationDatasetTag, rows, ['datasetId', 'key']);
}

async function link(
  manager: EntityManager,
  workspaceId: string,
  datasetId: string,
  experimentIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(experimentIds)];
  const numbers = ids.map((id) => parseExperimentId(id) ?? -1);
  const known = await manager.findBy(Experiment, { workspaceId, id: In(numbers) });
  const missing = ids.find((_, index) => !known.some(({ id }) => id === numbers[index]));
  if (missing !== undefined) throw unknownExperiment(missing);
  const rows = numbers.map((experimentId) => ({ datasetId, experimentId }));
  if (rows.length > 0) await manager.upsert(EvaluationDatasetExperiment, rows, ['datasetId', 'experimentId']);
}

function checkTags(tags: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(tags)) {
    checkText("Invalid value for parameter 'tags': the key of a dataset tag", key, LONGEST_TAG_KEY);
    checkLength('The value of a dataset tag', value, LONGEST_TAG_VALUE);
  }
}

/** As MLflow makes it: another one after each change. */
function digestOf(name: string, time: number): string {
  return createHash('sha256').update(`${name}:${time}`).digest('hex').slice(0, 8);
}
