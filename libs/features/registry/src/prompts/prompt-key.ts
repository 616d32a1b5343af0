import { parseVersion, type RegisteredKey } from '@millrace/registered-models';
import type { VersionKey } from '../registered-models/model-versions.service.ts';

/** A prompt by the name in a path; models count as missing. */
export function promptKey(workspaceId: string, name: string): RegisteredKey {
  return { workspaceId, name, kind: 'prompt' };
}

/** Throws Rejected for a version that is no number. */
export function promptVersionKey(workspaceId: string, name: string, version: string): VersionKey {
  return { ...promptKey(workspaceId, name), version: parseVersion(version) };
}
