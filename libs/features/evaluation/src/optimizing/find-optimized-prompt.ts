import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Rejected } from '@millrace/domain';
import { findPromptVersion, type RegisteredVersion } from '@millrace/registered-models';

/** A version of a prompt and the model that it is meant for. */
export interface OptimizedPrompt extends RegisteredVersion {
  /** `provider:/model`. */
  readonly model: string;
}

const modelConfig = z.looseObject({ provider: z.string().min(1), model_name: z.string().min(1) });

/** Throws Rejected for an address that is none, what is not there, and a prompt that names no model. */
export async function findOptimizedPrompt(
  manager: EntityManager,
  workspaceId: string,
  address: string,
): Promise<OptimizedPrompt> {
  const found = await findPromptVersion(manager, workspaceId, address);
  const { success, data } = modelConfig.safeParse(JSON.parse(found.version.modelConfig ?? '{}'));
  if (success) return { ...found, model: `${data.provider}:/${data.model_name}` };
  throw new Rejected(
    `Prompt ${address} doesn't have a model configuration that sets provider and model_name, which are required for ` +
      'optimization: register it with model_config.',
  );
}
