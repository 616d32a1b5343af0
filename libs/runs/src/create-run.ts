import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { findActiveExperiment } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkRunName, checkRunTag } from './check-run-input.ts';
import { inventName } from './invent-name.ts';
import type { RunPlace } from './lock-run.ts';
import type { KeyValue } from './run-details.ts';
import { Run } from './run.entity.ts';
import { RUN_NAME_TAG, writeTags } from './write-batch.ts';

export interface NewRun {
  readonly experimentId: string;
  readonly name?: string | undefined;
  readonly userId?: string | undefined;
  readonly startTime?: number | undefined;
  readonly tags: readonly KeyValue[];
}

const USER_TAG = 'mlflow.user';

/** A run that is under way. Throws Rejected for what can't be: a deleted experiment, two names. */
export async function createRun(
  manager: EntityManager,
  workspaceId: string,
  given: NewRun,
): Promise<RunPlace> {
  const tags = new Map(given.tags.map(({ key, value }) => [key, value]));
  const name = chooseName(given.name, tags.get(RUN_NAME_TAG));
  checkRunName(name);
  tags.set(RUN_NAME_TAG, name);
  const named = [...tags].map(([key, value]) => ({ key, value }));
  for (const tag of named) checkRunTag(tag);
  const experiment = await findActiveExperiment(manager, workspaceId, given.experimentId);
  const runId = randomUUID().replaceAll('-', '');
  await manager.insert(Run, {
    runId,
    experimentId: experiment.id,
    name,
    userId: (given.userId || tags.get(USER_TAG) || '').slice(0, 256),
    status: 'RUNNING',
    startTime: given.startTime ?? Date.now(),
    artifactUri: `${experiment.artifactLocation.replace(/\/$/, '')}/${runId}/artifacts`,
    lifecycleStage: 'active',
  });
  await writeTags(manager, { runId, experimentId: experiment.id }, named);
  return { runId, experimentId: experiment.id, lifecycleStage: 'active', experimentStage: 'active' };
}

function chooseName(name: string | undefined, tag: string | undefined): string {
  if (name && tag && name !== tag) {
    throw new Rejected(
      `Both 'run_name' argument and '${RUN_NAME_TAG}' tag are specified, but with different values ` +
        `(run_name='${name}', ${RUN_NAME_TAG}='${tag}'). Give one of them.`,
    );
  }
  return name || tag || inventName();
}
