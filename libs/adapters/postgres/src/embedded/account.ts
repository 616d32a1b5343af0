import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As whom PostgreSQL's programs run: it refuses root. */
export interface Account {
  /** Who owns the cluster's files, as we see it; undefined: whoever we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** Options for `spawn`: the account to change to. */
  readonly spawnAs: { readonly uid?: number; readonly gid?: number };
  /** A program in front of PostgreSQL's own, with its arguments. */
  readonly wrapper: readonly string[];
}

const OURSELVES: Account = { owner: undefined, spawnAs: {}, wrapper: [] };
/**
 * A user namespace in which root is called nobody: PostgreSQL believes it is not root, and its files stay root's, so it
 * works in folders that only root may enter, such as /root.
 */
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];

/** Throws an Error that says what to do when no account can run PostgreSQL in the folder. */
export function chooseAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return OURSELVES;
  const [program = '', ...args] = NAMESPACE;
  if (spawnSync(program, [...args, 'true'], { stdio: 'ignore' }).status === 0) {
    return { owner: { uid: 0, gid: 0 }, spawnAs: {}, wrapper: NAMESPACE };
  }
  const other = findUser('postgres') ?? findUser('nobody');
  if (!other) {
    throw new Error(
      'PostgreSQL refuses to run as root, and this machine has neither user namespaces nor a user "postgres" or "nobody": ' +
        'start Millrace as an ordinary user.',
    );
  }
  checkReachable(folder, other.uid);
  return { owner: other, spawnAs: other, wrapper: [] };
}

/** Gives a path and all below it to the account. */
export function giveTo({ owner }: Account, path: string): void {
  if (!owner || lstatSync(path).uid === owner.uid) return;
  chownSync(path, owner.uid, owner.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo({ ...OURSELVES, owner }, join(path, name));
}

function findUser(name: string): { readonly uid: number; readonly gid: number } | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = line.split(':');
    if (user === name) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** Every folder above the cluster must let the other user through. */
function checkReachable(folder: string, uid: number): void {
  const OTHERS_MAY_ENTER = 0o001;
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid: owner } = statSync(path);
    if (owner !== uid && (mode & OTHERS_MAY_ENTER) === 0) {
      throw new Error(
        `Started as root, PostgreSQL runs as user ${uid}, which may not enter ${path}: ` +
          `run "chmod o+x ${path}", choose another data folder, or start Millrace as an ordinary user.`,
      );
    }
    if (path === dirname(path)) return;
  }
}
