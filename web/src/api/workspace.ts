const KEY = 'millrace.workspace';

const workspace = readWorkspace();

/** The workspace that every request of this tab is about; undefined is the default one. A link may name it: `?workspace=team-a`. */
export function currentWorkspace(): string | undefined {
  return workspace;
}

/** Begins anew in another workspace: nothing that was read in this one may be shown there. */
export function enterWorkspace(name: string): void {
  sessionStorage.setItem(KEY, name);
  location.assign('/');
}

/** One that the address names is kept: other pages of the tab have addresses without it. */
function readWorkspace(): string | undefined {
  const named = new URLSearchParams(location.search).get('workspace');
  if (named !== null) sessionStorage.setItem(KEY, named);
  return named ?? sessionStorage.getItem(KEY) ?? undefined;
}
