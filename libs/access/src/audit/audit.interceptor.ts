import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { routesOf } from '@millrace/service-kit';
import { catchError, concatMap, from, map, throwError, type Observable } from 'rxjs';
import type { AuditOutcome } from '../entities/audit-entry.entity.ts';
import type { AdmittedRequest } from '../permissions/access.guard.ts';
import { findPermission } from '../permissions/find-permission.ts';
import type { Permission } from '../permissions/roles.ts';
import { ROUTE_PERMISSIONS } from '../permissions/route-permissions.ts';
import { auditEntry } from './audit-entry.ts';
import { AuditTrail } from './audit-trail.ts';

/** Endpoints that ask for one of these change something, unless they are GET. */
const CHANGING: ReadonlySet<Permission> = new Set(['signed-in', 'write', 'manage', 'operate']);

/** Writes down every change that somebody who is signed in makes, before it is answered. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly trail: AuditTrail) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const { principal } = request;
    const [route] = routesOf(context.getClass(), context.getHandler());
    if (!route || !principal || principal.kind === 'anyone') return next.handle();
    const needs = findPermission(ROUTE_PERMISSIONS, route)?.[2];
    if (needs === undefined || !CHANGING.has(needs) || route.method === 'GET') return next.handle();
    const note = (outcome: AuditOutcome) =>
      from(this.trail.note(auditEntry(route, request, principal, outcome)));
    return next.handle().pipe(
      catchError((error: unknown) => note('failed').pipe(concatMap(() => throwError(() => error)))),
      concatMap((answer: unknown) => note('done').pipe(map(() => answer))),
    );
  }
}
