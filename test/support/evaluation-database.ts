import { ARTIFACT_ENTITIES } from '@millrace/artifacts';
import { DATASET_ENTITIES } from '@millrace/datasets';
import { EVALUATION_ENTITIES } from '@millrace/feature-evaluation';
import { MODEL_ACCESS_ENTITIES } from '@millrace/model-access';
import type { JobQueue } from '@millrace/ports';
import { REGISTERED_MODEL_ENTITIES } from '@millrace/registered-models';
import { RUN_ENTITIES } from '@millrace/runs';
import type { DataSource } from 'typeorm';
import { BossConnection } from '../../libs/adapters/pg-boss/src/boss-connection.ts';
import { PgBossJobQueue } from '../../libs/adapters/pg-boss/src/pg-boss-job-queue.ts';
import { PostgresDataSource } from '../../libs/adapters/postgres/src/postgres-data-source.ts';
import { startPostgres } from './servers/index.ts';

/** A migrated PostgreSQL as the evaluator has it, for tests of single steps. */
export interface EvaluationDatabase {
  /** As one more process has it. */
  open(): Promise<DataSource>;
  openQueue(): JobQueue;
  /** Closes all that was opened. */
  stop(): Promise<void>;
}

export async function startEvaluationDatabase(): Promise<EvaluationDatabase> {
  const server = await startPostgres();
  const sources: DataSource[] = [];
  const queues: PgBossJobQueue[] = [];
  const open = async (migrate = false): Promise<DataSource> => {
    const entities = [
      ...ARTIFACT_ENTITIES,
      ...DATASET_ENTITIES,
      ...EVALUATION_ENTITIES,
      ...MODEL_ACCESS_ENTITIES,
      ...REGISTERED_MODEL_ENTITIES,
      ...RUN_ENTITIES,
    ];
    const source = new PostgresDataSource({ url: server.url, poolSize: 5, migrate, entities });
    sources.push(source);
    return source.initialize();
  };
  await open(true);
  return {
    open: () => open(),
    openQueue: () => {
      const queue = new PgBossJobQueue(new BossConnection({ url: server.url }));
      queues.push(queue);
      return queue;
    },
    stop: async () => {
      await Promise.all([
        ...queues.map((queue) => queue.close()),
        ...sources.map((source) => source.destroy()),
      ]);
      await server.stop();
    },
  };
}
