import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import { routesOf, type Route } from '@millrace/service-kit';
import { auditEntry } from '../audit/audit-entry.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import { Authenticator, type Caller } from '../authentication/authenticator.ts';
import type { Principal } from '../authentication/principal.ts';
import { Admission } from './admission.ts';
import type { NamingRequest } from './experiments-named.ts';
import type { Permission } from './roles.ts';

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
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    // A controller with several paths is the same thing under several names.
    const [route] = routesOf(context.getClass(), context.getHandler());
    if (!route) return false;
    try {
      Object.assign(request, { route }, await this.admission.admit(route, request));
      return true;
    } catch (error) {
      const isDenied = error instanceof Rejected && error.reason === 'permission-denied';
      if (isDenied) await this.noteRefusal(route, request);
      throw error;
    }
  }

  private async noteRefusal(route: Route, request: AdmittedRequest): Promise<void> {
    const principal = await this.authenticator.identify(request);
    // Its administrators read the entry; of somebody of several workspaces it is the first.
    const [own] = principal.roles.keys();
    const place = own === undefined ? {} : { workspaceId: own };
    await this.trail.note(auditEntry(route, { ...request, ...place }, principal, 'refused'));
  }
}
