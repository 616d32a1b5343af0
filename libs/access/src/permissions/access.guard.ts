import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { routesOf } from '@millrace/service-kit';
import type { Caller } from '../authentication/authenticator.ts';
import type { Principal } from '../authentication/principal.ts';
import { Admission } from './admission.ts';
import type { NamingRequest } from './experiments-named.ts';

/** What a request carries once it is let in. */
export interface AdmittedRequest extends Caller, NamingRequest {
  readonly method: string;
  principal?: Principal;
  workspaceId?: string;
}

/** Asks of every request, before anything of it is done, what its endpoint's line in route-permissions.ts asks. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly admission: Admission) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    // A controller with several paths is the same thing under several names.
    const [route] = routesOf(context.getClass(), context.getHandler());
    if (!route) return false;
    Object.assign(request, await this.admission.admit(route, request));
    return true;
  }
}
