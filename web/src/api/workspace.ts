const KEY = 'millrace.workspace';

/** The workspace that every request of this tab is about; undefined is the default one. A link may name it: `?workspace=team-a`. */
export function currentWorkspace(): string | undefined {
  return new URLSearchParams(location.search).get('workspace') ?? sessionStorage.getItem(KEY) ?? undefined;
}

/** Begins anew in another workspace: nothing that was read in this one may be shown there. */
export function enterWorkspace(name: string): void {
  sessionStorage.setItem(KEY, name);
  location.assign('/');
}
