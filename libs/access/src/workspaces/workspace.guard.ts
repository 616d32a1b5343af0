import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { WorkspaceDirectory } from './workspace-directory.ts';

export const WORKSPACE_HEADER = 'x-mlflow-workspace';
/** What a client asks to find out whether there are workspaces, and what probes ask: of no workspace in particular. */
const OF_NONE = /\/mlflow\/server-(info|features)$|^\/(version|health|metrics)(\/|$)/;

/** What a request carries once its workspace is known. */
export interface WorkspaceRequest {
  readonly url?: string;
  readonly headers: Readonly<Record<string, unknown>>;
  workspaceId?: string;
}

/** Finds the workspace that a request names, before anything of it is done: one that is not there is refused. */
@Injectable()
export class WorkspaceGuard implements CanActivate {
  constructor(private readonly workspaces: WorkspaceDirectory) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WorkspaceRequest>();
    const path = request.url?.split('?')[0] ?? '';
    const name = OF_NONE.test(path) ? undefined : workspaceNamed(request);
    request.workspaceId = await this.workspaces.resolve(name);
    return true;
  }
}

/** As the request names it; undefined when it names none. */
export function workspaceNamed({ headers }: Pick<WorkspaceRequest, 'headers'>): string | undefined {
  const header = headers[WORKSPACE_HEADER];
  return typeof header === 'string' ? header.trim() : undefined;
}
