import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { WorkspaceDirectory } from './workspace-directory.ts';

export const WORKSPACE_HEADER = 'x-mlflow-workspace';

/** What a request carries once its workspace is known. */
export interface WorkspaceRequest {
  readonly headers: Readonly<Record<string, unknown>>;
  workspaceId?: string;
}

/** Finds the workspace that a request names, before anything of it is done: one that is not there is refused. */
@Injectable()
export class WorkspaceGuard implements CanActivate {
  constructor(private readonly workspaces: WorkspaceDirectory) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WorkspaceRequest>();
    request.workspaceId = await this.workspaces.resolve(workspaceNamed(request));
    return true;
  }
}

/** As the request names it; undefined when it names none. */
export function workspaceNamed({ headers }: Pick<WorkspaceRequest, 'headers'>): string | undefined {
  const header = headers[WORKSPACE_HEADER];
  return typeof header === 'string' ? header.trim() : undefined;
}
