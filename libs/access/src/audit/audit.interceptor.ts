import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, concatMap, from, map, throwError, type Observable } from 'rxjs';
import type { AuditOutcome } from '../entities/audit-entry.entity.ts';
import type { AdmittedRequest } from '../permissions/access.guard.ts';
import type { Permission } from '../permissions/roles.ts';
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
    const { principal, route, permission } = request;
    if (!route || !permission || !principal || principal.kind === 'anyone') return next.handle();
    if (!CHANGING.has(permission) || route.method === 'GET') return next.handle();
    const note = (outcome: AuditOutcome) =>
      from(this.trail.note(auditEntry(route, request, principal, outcome)));
    return next.handle().pipe(
      catchError((error: unknown) => note('failed').pipe(concatMap(() => throwError(() => error)))),
      concatMap((answer: unknown) => note('done').pipe(map(() => answer))),
    );
  }
}
