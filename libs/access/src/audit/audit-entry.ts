import type { Route } from '@millrace/service-kit';
import type { Principal } from '../authentication/principal.ts';
import type { AuditOutcome } from '../entities/audit-entry.entity.ts';
import type { AdmittedRequest } from '../permissions/access.guard.ts';
import { auditTarget } from './audit-target.ts';
import type { NewAuditEntry } from './audit-trail.ts';

/** What somebody did, as it is written down. */
export function auditEntry(
  { method, path }: Route,
  request: AdmittedRequest,
  principal: Principal,
  outcome: AuditOutcome,
): NewAuditEntry {
  return {
    time: Date.now(),
    workspaceId: request.workspaceId ?? null,
    actorKind: principal.kind,
    actorId: principal.id,
    actorName: principal.name,
    action: `${method} ${path}`,
    target: auditTarget(request),
    outcome,
    address: request.ip ?? '',
  };
}
