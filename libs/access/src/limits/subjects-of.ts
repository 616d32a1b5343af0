import type { Principal } from '../authentication/principal.ts';
import type { LimitedSubject } from './limit-store.ts';

/** Whose limits hold for what somebody does in a workspace: its own, and those of the key. */
export function limitedSubjects(workspaceId: string, principal: Principal | undefined): LimitedSubject[] {
  const workspace = { workspaceId, keyId: '' };
  return principal?.kind === 'key' ? [workspace, { workspaceId, keyId: principal.id }] : [workspace];
}
