import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { findModel, findVersion } from '@millrace/registered-models';
import { LoggedModel } from '../logged-models/logged-model.entity.ts';

/** Where a version of a model comes from. */
export interface ModelOrigin {
  /** Where its files are. */
  readonly artifactUri: string;
  /** Empty when no run made it. */
  readonly runId: string;
  /** Empty when it is no logged model. */
  readonly loggedModelId: string;
}

const LONGEST_CHAIN = 10;

/**
 * What a source leads to: a logged model (`models:/m-…`), another version (`models:/<name>/<version>`), or itself. Throws Rejected for
 * one that leads nowhere, or to a prompt.
 */
export async function findOrigin(
  manager: EntityManager,
  workspaceId: string,
  source: string,
): Promise<ModelOrigin> {
  let next = source;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const logged = /^models:\/(m-[0-9a-f]{32})$/.exec(next)?.[1];
    if (logged !== undefined) return originOfLoggedModel(manager, workspaceId, logged, source);
    const [, name, version] = /^models:\/([^/]+)\/(\d{1,9})$/.exec(next) ?? [];
    if (name === undefined) break;
    const model = await findModel(manager, { workspaceId, name });
    if (model.kind === 'prompt') {
      throw new Rejected(
        `Invalid model version source: '${source}'. A prompt can't be the source of a model.`,
      );
    }
    next = (await findVersion(manager, model, Number(version))).source;
  }
  if (!next.startsWith('models:')) return { artifactUri: next, runId: '', loggedModelId: '' };
  throw new Rejected(
    `Invalid model version source: '${source}'. Use models:/<model id> or models:/<name>/<version>.`,
  );
}

async function originOfLoggedModel(
  manager: EntityManager,
  workspaceId: string,
  id: string,
  source: string,
): Promise<ModelOrigin> {
  const model = await manager.findOneBy(LoggedModel, { id, workspaceId, isDeleted: false });
  if (model) return { artifactUri: model.artifactUri, runId: model.sourceRunId, loggedModelId: id };
  throw new Rejected(`Invalid model version source: '${source}'. There is no logged model ${id}.`);
}
