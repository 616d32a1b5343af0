import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { changeDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import {
  checkBatch,
  lockActiveRun,
  RunTag,
  writeBatch,
  writeTags,
  type RunBatch,
  type RunPlace,
} from '@millrace/runs';

/** The tag in which clients of old keep what models a run logged. */
const MODEL_HISTORY_TAG = 'mlflow.log-model.history';
const MODEL_HISTORY_FIELDS = ['run_id', 'artifact_path', 'utc_time_created', 'model_uuid', 'flavors'];
const REQUIRED_MODEL_FIELDS = ['artifact_path', 'flavors'];

/** What is logged to runs: metrics, params and tags. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class RunLoggingService {
  constructor(private readonly dataSource: DataSource) {}

  /** All of it or nothing; again changes nothing. */
  async logBatch(workspaceId: string, runId: string, batch: RunBatch): Promise<void> {
    checkBatch(batch);
    await this.changeRun(workspaceId, runId, (manager, place) => writeBatch(manager, place, batch));
  }

  async deleteTag(workspaceId: string, runId: string, key: string): Promise<void> {
    await this.changeRun(workspaceId, runId, async (manager) => {
      const { affected } = await manager.delete(RunTag, { runId, key });
      if (!affected) throw new Rejected(`No tag with name: ${key} in run with id ${runId}`, 'not-found');
    });
  }

  /** Adds to the run's history of models; `json` describes the model as its MLmodel file does. */
  async recordModel(workspaceId: string, runId: string, json: string): Promise<void> {
    const model = readModel(json);
    await this.changeRun(workspaceId, runId, async (manager, place) => {
      const known = await manager.findOneBy(RunTag, { runId, key: MODEL_HISTORY_TAG });
      const value = JSON.stringify([...readHistory(known?.value), model]);
      await writeTags(manager, place, [{ key: MODEL_HISTORY_TAG, value }]);
    });
  }

  private async changeRun(
    workspaceId: string,
    runId: string,
    work: (manager: EntityManager, place: RunPlace) => Promise<void>,
  ): Promise<void> {
    const whenTaken = 'Another request has just logged the same; read it back.';
    await changeDatabase(this.dataSource, whenTaken, async (manager) =>
      work(manager, await lockActiveRun(manager, workspaceId, runId)),
    );
  }
}

function readModel(json: string): object {
  const model = parse(json);
  if (typeof model !== 'object' || model === null || Array.isArray(model)) {
    throw new Rejected(`Malformed model info: expected a JSON object that describes the model.`);
  }
  const missing = REQUIRED_MODEL_FIELDS.filter((field) => !(field in model));
  if (missing.length > 0) {
    throw new Rejected(
      `Model json is missing mandatory fields: ${missing.join(', ')}. Give them and try again.`,
    );
  }
  return Object.fromEntries(Object.entries(model).filter(([field]) => MODEL_HISTORY_FIELDS.includes(field)));
}

/** A history that users overwrote begins anew. */
function readHistory(value: string | undefined): unknown[] {
  const history = value === undefined ? [] : parse(value);
  return Array.isArray(history) ? history : [];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
