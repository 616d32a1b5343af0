import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import { routesOf, type Route } from '@millrace/service-kit';
import { auditEntry } from '../audit/audit-entry.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import { Authenticator, type Caller } from '../authentication/authenticator.ts';
import type { Principal } from '../authentication/principal.ts';
import { limitedSubjects } from '../limits/subjects-of.ts';
import { UsageLimiter } from '../limits/usage-limiter.ts';
import { Admission, type Admitted } from './admission.ts';
import { workspaceNamed } from '../workspaces/workspace-header.ts';
import type { NamingRequest } from './experiments-named.ts';
import type { Permission } from './roles.ts';

const OTLP_PATHS = '/v1/';

/** What a request carries once it is let in. */
export interface AdmittedRequest extends Caller, NamingRequest {
  /** As its controller writes it. */
  route?: Route;
  permission?: Permission;
  principal?: Principal;
  workspaceId?: string;
}

/**
 * Asks of every request, before anything of it is done, what its endpoint's line in route-permissions.ts asks. What somebody tried and may
 * not is written down.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly admission: Admission,
    private readonly authenticator: Authenticator,
    private readonly trail: AuditTrail,
    private readonly limiter: UsageLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    // A controller with several paths is the same thing under several names.
    const [route] = routesOf(context.getClass(), context.getHandler());
    if (!route) return false;
    try {
      const admitted = await this.admission.admit(route, request);
      Object.assign(request, { route }, admitted);
      await this.limit(route, admitted);
      return true;
    } catch (error) {
      const isDenied = error instanceof Rejected && error.reason === 'permission-denied';
      if (isDenied) await this.noteRefusal(route, request);
      throw error;
    }
  }

  /** OTLP is limited by its spans and bytes, where their number is known. */
  private async limit({ path }: Route, { principal, workspaceId }: Admitted): Promise<void> {
    if (workspaceId === undefined || path.startsWith(OTLP_PATHS)) return;
    await this.limiter.admitRequest(limitedSubjects(workspaceId, principal));
  }

  private async noteRefusal(route: Route, request: AdmittedRequest): Promise<void> {
    const principal = await this.authenticator.identify(request);
    // Its administrators read the entry; of somebody of several workspaces who named none it is the first.
    const named = workspaceNamed(request) ?? '';
    const [first] = principal.roles.keys();
    const own = principal.roles.has(named) ? named : first;
    const place = own === undefined ? {} : { workspaceId: own };
    await this.trail.note(auditEntry(route, { ...request, ...place }, principal, 'refused'));
  }
}
