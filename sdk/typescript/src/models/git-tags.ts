/** Where the code stands, by MLflow's tags. */
const TAGS = {
  branch: 'mlflow.source.git.branch',
  commit: 'mlflow.source.git.commit',
  dirty: 'mlflow.source.git.dirty',
  repository: 'mlflow.source.git.repoURL',
} as const;

type ChildProcess = typeof import('node:child_process');
type Git = (...words: readonly string[]) => Promise<string | undefined>;

/**
 * Of the repository that the program was started in: commit, branch unless detached, whether tracked files have changes that are
 * not committed, and the address of `origin` without what signs in there. Undefined outside of one, and where there is no git.
 */
export async function gitTags(): Promise<Record<string, string> | undefined> {
  // By name, so that bundlers and runtimes without processes have nothing to resolve.
  const processes = globalThis.process?.getBuiltinModule?.('node:child_process');
  if (!processes) return undefined;
  const git = gitOf(processes);
  const [commit, branch, changes, remote] = await Promise.all([
    git('rev-parse', 'HEAD'),
    git('symbolic-ref', '--quiet', '--short', 'HEAD'),
    git('status', '--porcelain', '--untracked-files=no'),
    git('remote', 'get-url', 'origin'),
  ]);
  if (commit === undefined) return undefined;
  return {
    [TAGS.commit]: commit,
    [TAGS.dirty]: String(changes !== undefined && changes !== ''),
    ...(branch !== undefined && { [TAGS.branch]: branch }),
    ...(remote !== undefined && { [TAGS.repository]: withoutCredentials(remote) }),
  };
}

function gitOf({ execFile }: ChildProcess): Git {
  return (...words) =>
    new Promise((resolve) => {
      execFile('git', [...words], (error, stdout) => resolve(error ? undefined : stdout.trim()));
    });
}

function withoutCredentials(remote: string): string {
  return remote.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1');
}
