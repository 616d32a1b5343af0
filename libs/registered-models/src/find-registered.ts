import type { EntityManager, FindOptionsRelations } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { ModelVersion } from './entities/model-version.entity.ts';
import { RegisteredModel, type RegisteredKind } from './entities/registered-model.entity.ts';

/** Whose: names are unique in a workspace. */
export interface RegisteredKey {
  readonly workspaceId: string;
  readonly name: string;
  /** Given: one of another kind counts as missing. */
  readonly kind?: RegisteredKind | undefined;
}

/** Throws Rejected ('not-found') when there is none. */
export async function findModel(
  manager: EntityManager,
  key: RegisteredKey,
  relations: FindOptionsRelations<RegisteredModel> = {},
): Promise<RegisteredModel> {
  const model = await manager.findOne(RegisteredModel, { where: whereOf(key), relations });
  return model ?? unknownModel(key);
}

/** The same, held until the end of the transaction: changes of one name come one after another. */
export async function lockModel(manager: EntityManager, key: RegisteredKey): Promise<RegisteredModel> {
  const model = await manager.findOne(RegisteredModel, {
    where: whereOf(key),
    lock: { mode: 'pessimistic_write' },
  });
  return model ?? unknownModel(key);
}

/** The version of a model that is held. Throws Rejected ('not-found') when there is none. */
export async function findVersion(
  manager: EntityManager,
  { id, kind, name }: RegisteredModel,
  version: number,
): Promise<ModelVersion> {
  const found = await manager.findOneBy(ModelVersion, { modelId: id, version });
  return found ?? unknownVersion(kind, name, version);
}

export function unknownModel({ name, kind = 'model' }: Omit<RegisteredKey, 'workspaceId'>): never {
  const what = kind === 'prompt' ? 'Prompt' : 'Registered Model';
  throw new Rejected(`${what} with name=${name} not found`, 'not-found');
}

export function unknownVersion(kind: RegisteredKind | undefined, name: string, version: number): never {
  const what = kind === 'prompt' ? 'Prompt' : 'Model';
  throw new Rejected(`${what} Version (name=${name}, version=${version}) not found`, 'not-found');
}

function whereOf({ workspaceId, name, kind }: RegisteredKey) {
  return { workspaceId, name, ...(kind && { kind }) };
}
