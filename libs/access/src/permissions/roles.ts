/** What a member of a workspace, or a key of it, is. */
export const ROLES = ['admin', 'editor', 'viewer', 'ingest'] as const;
export type Role = (typeof ROLES)[number];

/** What an endpoint asks of whoever calls it. */
export type Permission =
  /** Nothing: nobody has to sign in. */
  | 'public'
  /** To be somebody, of whatever workspace. */
  | 'signed-in'
  /** Any role in the workspace: to find out where to send. */
  | 'locate'
  /** To add traces. */
  | 'ingest'
  /** To look. */
  | 'read'
  /** To change what teams work on: assessments, prompts, runs, evaluations. */
  | 'write'
  /** To change how the workspace works, what it costs and who may do what. */
  | 'manage'
  /** To read the metrics of the processes: an operator, or whoever shows MILLRACE_METRICS_TOKEN. */
  | 'scrape'
  /** To be an operator of this installation: all workspaces, users, engines. */
  | 'operate';

const PERMISSIONS_OF: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  ingest: new Set(['locate', 'ingest']),
  viewer: new Set(['locate', 'read']),
  editor: new Set(['locate', 'ingest', 'read', 'write']),
  admin: new Set(['locate', 'ingest', 'read', 'write', 'manage']),
};

export function roleAllows(role: Role, permission: Permission): boolean {
  return PERMISSIONS_OF[role].has(permission);
}
