import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { WorkspaceRequest } from './workspace.guard.ts';

/** The id of the workspace that the request is about, as WorkspaceGuard found it. */
export const CurrentWorkspace = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  requestWorkspace(context.switchToHttp().getRequest<WorkspaceRequest>()),
);

/** For what is no controller. Throws when WorkspaceGuard did not run: no request may fall into a workspace by accident. */
export function requestWorkspace(request: object): string {
  const workspaceId: unknown = Reflect.get(request, 'workspaceId');
  if (typeof workspaceId !== 'string') throw new Error('WorkspaceGuard did not run for this request');
  return workspaceId;
}
