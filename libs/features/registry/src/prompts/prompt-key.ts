import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { parseVersion } from '../registered-models/check-registered.ts';
import type { RegisteredKey } from '../registered-models/find-registered.ts';
import type { VersionKey } from '../registered-models/model-versions.service.ts';

/** A prompt by the name in a path; models count as missing. */
export function promptKey(name: string): RegisteredKey {
  return { workspaceId: DEFAULT_WORKSPACE_ID, name, kind: 'prompt' };
}

/** Throws Rejected for a version that is no number. */
export function promptVersionKey(name: string, version: string): VersionKey {
  return { ...promptKey(name), version: parseVersion(version) };
}
