import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Rejected } from '@millrace/domain';
import { selectVersions, type RegisteredVersion } from '@millrace/registered-models';

/** A version of a prompt and the model that it is meant for. */
export interface OptimizedPrompt extends RegisteredVersion {
  /** `provider:/model`. */
  readonly model: string;
}

const ADDRESS = /^prompts:\/([^/@]+)(?:\/(\d{1,9})|@(.+))$/;
const modelConfig = z.looseObject({ provider: z.string().min(1), model_name: z.string().min(1) });

/** Throws Rejected for an address that is none, what is not there, and a prompt that names no model. */
export async function findPromptVersion(
  manager: EntityManager,
  workspaceId: string,
  address: string,
): Promise<OptimizedPrompt> {
  const [, name, version, alias] = ADDRESS.exec(address) ?? [];
  if (name === undefined) {
    throw new Rejected(`'${address}' is no prompt: give prompts:/name/version or prompts:/name@alias.`);
  }
  const [found] = await selectVersions(
    manager,
    `WHERE model.workspace_id = $1 AND model.kind = 'prompt' AND model.name = $2 AND (version.version = $3 OR EXISTS (
       SELECT 1 FROM registered_model_aliases known
       WHERE known.model_id = model.id AND known.version = version.version AND known.alias = $4))`,
    [workspaceId, name, version ?? null, alias ?? null],
  );
  if (!found) throw new Rejected(`There is no prompt '${address}'.`, 'not-found');
  const { success, data } = modelConfig.safeParse(JSON.parse(found.version.modelConfig ?? '{}'));
  if (success) return { ...found, model: `${data.provider}:/${data.model_name}` };
  throw new Rejected(
    `Prompt ${address} doesn't have a model configuration that sets provider and model_name, which are required for ` +
      'optimization: register it with model_config.',
  );
}
