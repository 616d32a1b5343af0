import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { workFor } from '@millrace/service-kit';
import { Observable } from 'rxjs';
import type { AdmittedRequest } from '../permissions/access.guard.ts';
import { limitedSubjects } from './subjects-of.ts';
import { UsageLimiter } from './usage-limiter.ts';

/** Does what a request asks for as work of its workspace, so that whatever is scarce below can be shared between workspaces. */
@Injectable()
export class TenantInterceptor implements NestInterceptor {
  constructor(private readonly limiter: UsageLimiter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { workspaceId, principal } = context.switchToHttp().getRequest<AdmittedRequest>();
    if (workspaceId === undefined) return next.handle();
    const queriesAtOnce = this.limiter.queriesAtOnce(limitedSubjects(workspaceId, principal));
    return new Observable((subscriber) =>
      workFor({ workspaceId, queriesAtOnce }, () => next.handle().subscribe(subscriber)),
    );
  }
}
