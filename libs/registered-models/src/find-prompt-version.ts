import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { selectVersions, type RegisteredVersion } from './registered-version.ts';

const ADDRESS = /^prompts:\/([^/@]+)(?:\/(\d{1,9})|@(.+))$/;
const AT_ADDRESS = `WHERE model.workspace_id = $1 AND model.kind = 'prompt' AND model.name = $2 AND version.template IS NOT NULL
  AND (version.version = $3 OR EXISTS (
    SELECT 1 FROM registered_model_aliases known
    WHERE known.model_id = model.id AND known.version = version.version AND known.alias = $4))`;

/** The version at `prompts:/name/version` or `prompts:/name@alias`. Throws Rejected for an address that is none, and for what is not there. */
export async function findPromptVersion(
  manager: EntityManager,
  workspaceId: string,
  address: string,
): Promise<RegisteredVersion> {
  const [, name, version, alias] = ADDRESS.exec(address) ?? [];
  if (name === undefined) {
    throw new Rejected(`'${address}' is no prompt: give prompts:/name/version or prompts:/name@alias.`);
  }
  const [found] = await selectVersions(manager, AT_ADDRESS, [
    workspaceId,
    name,
    version ?? null,
    alias ?? null,
  ]);
  if (found) return found;
  throw new Rejected(`There is no prompt '${address}'.`, 'not-found');
}
