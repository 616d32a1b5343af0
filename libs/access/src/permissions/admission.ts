import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import type { Route } from '@millrace/service-kit';
import { Authenticator, type Caller } from '../authentication/authenticator.ts';
import type { Principal } from '../authentication/principal.ts';
import { workspaceNamed } from '../workspaces/workspace-header.ts';
import {
  WorkspaceDirectory,
  DEFAULT_WORKSPACE_ID,
  unknownWorkspace,
} from '../workspaces/workspace-directory.ts';
import { ExperimentScope } from './experiment-scope.ts';
import type { NamingRequest } from './experiments-named.ts';
import { findPermission } from './find-permission.ts';
import { roleAllows, type Permission, type Role } from './roles.ts';
import { ROUTE_PERMISSIONS, type RoutePermission } from './route-permissions.ts';

/** What the endpoint asked; and who may go on, and where: neither on a public endpoint. */
export interface Admitted {
  readonly permission: Permission;
  readonly principal?: Principal;
  /** Absent where the endpoint is of no workspace. */
  readonly workspaceId?: string;
}

/** Endpoints that are about no workspace in particular. */
const OF_NO_WORKSPACE: ReadonlySet<Permission> = new Set(['signed-in', 'scrape', 'operate']);

/** Lets a request in or refuses it, by the one table of what endpoints ask. For HTTP and gRPC alike. */
@Injectable()
export class Admission {
  /** Lines by method and path: looked for once each, not with every request. */
  private readonly lines = new Map<string, RoutePermission>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly workspaces: WorkspaceDirectory,
    private readonly scope: ExperimentScope,
  ) {}

  /**
   * Throws Rejected: 'unauthenticated', 'permission-denied', and 'not-found' for a workspace that is not there or not the caller's, which
   * nobody can tell apart; Throttled, Unavailable.
   */
  async admit(route: Route, request: Caller & NamingRequest): Promise<Admitted> {
    const line = this.lineOf(route);
    const [, , needs] = line;
    if (needs === 'public') return { permission: needs };
    if (needs === 'scrape' && this.authenticator.mayScrape(request)) return { permission: needs };
    const principal = await this.authenticator.identify(request);
    if (OF_NO_WORKSPACE.has(needs)) {
      if (needs !== 'signed-in' && !principal.isOperator) throw onlyFor(WHO[needs]);
      if (principal.experimentId !== undefined) throw onlyFor('who may see more than one experiment');
      return { permission: needs, principal };
    }
    const workspaceId = await this.place(principal, workspaceNamed(request));
    const role = principal.roles.get(workspaceId);
    if (!principal.isOperator && (role === undefined || !roleAllows(role, needs))) {
      throw onlyFor(WHO[needs], role);
    }
    const { experimentId } = principal;
    if (experimentId !== undefined) await this.scope.check(experimentId, line, request, workspaceId);
    return { permission: needs, principal, workspaceId };
  }

  private lineOf(route: Route): RoutePermission {
    const key = `${route.method} ${route.path}`;
    const line = this.lines.get(key) ?? findPermission(ROUTE_PERMISSIONS, route);
    if (!line) throw new Error(`${key} has no line in route-permissions.ts`);
    this.lines.set(key, line);
    return line;
  }

  /** The workspace that is named, or the caller's own. */
  private async place({ isOperator, roles }: Principal, name: string | undefined): Promise<string> {
    if (isOperator) return this.workspaces.resolve(name);
    if (name !== undefined && name !== '') {
      if (!roles.has(name)) throw unknownWorkspace(name);
      return this.workspaces.resolve(name);
    }
    const [own, ...others] = roles.keys();
    if (own === undefined) throw onlyFor('members of a workspace: ask an administrator to make you one');
    if (others.length === 0 || roles.has(DEFAULT_WORKSPACE_ID)) {
      return this.workspaces.resolve(others.length === 0 ? own : DEFAULT_WORKSPACE_ID);
    }
    throw new Rejected(
      `Name one of your workspaces (${[...roles.keys()].sort().join(', ')}) by X-MLFLOW-WORKSPACE (MLFLOW_WORKSPACE).`,
    );
  }
}

const WHO: Readonly<Record<Permission, string>> = {
  public: 'everybody',
  'signed-in': 'who is signed in',
  locate: 'members of the workspace',
  ingest: 'who may send traces: an admin, an editor, or a key for ingest',
  read: 'who may look: an admin, an editor or a viewer of the workspace',
  write: 'who may change things: an admin or an editor of the workspace',
  manage: 'an admin of the workspace',
  scrape: 'an operator of this installation, or who shows MILLRACE_METRICS_TOKEN',
  operate: 'an operator of this installation',
};

function onlyFor(who: string, role?: Role): Rejected {
  const told = role === undefined ? '' : ` You are '${role}' there.`;
  return new Rejected(`This is only for ${who}.${told}`, 'permission-denied');
}
