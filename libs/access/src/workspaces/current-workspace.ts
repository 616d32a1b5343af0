import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The id of the workspace that the request is about, as AccessGuard found it. */
export const CurrentWorkspace = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  requestWorkspace(context.switchToHttp().getRequest<object>()),
);

/** For what is no controller. Throws where AccessGuard found none: no request may fall into a workspace by accident. */
export function requestWorkspace(request: object): string {
  const workspaceId: unknown = Reflect.get(request, 'workspaceId');
  if (typeof workspaceId !== 'string') throw new Error('AccessGuard found no workspace of this request');
  return workspaceId;
}
