import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { recordEvent } from '@millrace/webhook-events';
import { checkDescription, checkTags, lastByKey, type Tag } from './check-registered.ts';
import { ModelVersionTag } from './entities/model-version-tag.entity.ts';
import { ModelVersion } from './entities/model-version.entity.ts';
import { RegisteredModel } from './entities/registered-model.entity.ts';
import { lockModel, unknownVersion, type RegisteredKey } from './find-registered.ts';
import { versionCreated } from './registered-events.ts';
import { loadVersions, type RegisteredVersion } from './registered-version.ts';

/** What a prompt says: set once, by its version. */
export type PromptContent = Pick<
  ModelVersion,
  'templateKind' | 'template' | 'responseFormat' | 'modelConfig'
>;

export interface NewVersion {
  readonly description: string;
  readonly tags: readonly Tag[];
  /** For a version of a prompt, and only for that. */
  readonly content?: PromptContent | undefined;
  /** Where a model is; of prompts a word without meaning. */
  readonly source: string;
  readonly runId?: string | undefined;
  readonly runLink?: string | undefined;
  readonly loggedModelId?: string | undefined;
}

/** What made a model; empty where nothing did. */
export type VersionOrigin = Pick<ModelVersion, 'runId' | 'loggedModelId'>;

const NOWHERE: VersionOrigin = { runId: '', loggedModelId: '' };

/**
 * The next version of a prompt or model, and word of it for webhooks. Numbers are given out once: the highest ever and one more, also
 * when that one is deleted. `findOrigin` is asked for a model. Throws Rejected for what can't be.
 */
export async function createVersion(
  manager: EntityManager,
  key: RegisteredKey,
  version: NewVersion,
  findOrigin: () => Promise<VersionOrigin> = async () => NOWHERE,
): Promise<RegisteredVersion> {
  checkDescription(version.description);
  checkTags(`${key.kind ?? 'model'} version`, version.tags);
  const model = await lockModel(manager, key);
  refuseOtherKind(model, version);
  const now = Date.now();
  const number = model.lastVersion + 1;
  await manager.update(RegisteredModel, model.id, { lastVersion: number, lastUpdateTime: now });
  const { tags, content, runLink = '', ...rest } = version;
  const origin = content ? NOWHERE : await findOrigin();
  const { runId = origin.runId, loggedModelId = origin.loggedModelId } = version;
  const { identifiers } = await manager.insert(ModelVersion, {
    ...rest,
    ...content,
    ...{ modelId: model.id, version: number, runId, runLink, loggedModelId, stage: 'None' as const },
    ...{ creationTime: now, lastUpdateTime: now },
  });
  const versionId = Number(identifiers[0]?.['id']);
  await manager.insert(
    ModelVersionTag,
    lastByKey(tags).map((tag) => ({ versionId, ...tag })),
  );
  const [created] = await loadVersions(manager, [versionId]);
  if (!created) return unknownVersion(undefined, key.name, number);
  await recordEvent(manager, key.workspaceId, versionCreated(created));
  return created;
}

function refuseOtherKind({ kind, name }: RegisteredModel, { content }: NewVersion): void {
  if (kind === 'prompt' && !content) {
    throw new Rejected(`'${name}' is a prompt: a version of it needs a template.`);
  }
  if (kind === 'model' && content) {
    throw new Rejected(`'${name}' is a model: a prompt needs another name.`);
  }
}
