export const WORKSPACE_HEADER = 'x-mlflow-workspace';

/** The workspace that a request names; undefined when it names none. */
export function workspaceNamed({
  headers,
}: {
  readonly headers: Readonly<Record<string, unknown>>;
}): string | undefined {
  const header = headers[WORKSPACE_HEADER];
  return typeof header === 'string' ? header.trim() : undefined;
}
