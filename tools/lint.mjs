// npm run check:lint: forbidden text, then ESLint over everything. Leaves no nx daemon behind.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { projectFolders } from './boundaries.mjs';
import { checkRepositoryText } from './repository-text.mjs';

const FOLDERS = ['apps', 'libs', 'sdk', 'web', 'tools', 'test', 'benchmarks', '*.config.*'];
const root = new URL('..', import.meta.url).pathname;
process.chdir(root);

const faults = checkRepositoryText(root);
for (const fault of faults) console.error(fault);
const isClean = lint();
process.exitCode = faults.length > 0 || !isClean ? 1 : 0;

function lint() {
  // The boundary rule reads the graph nx has cached, and passes everything when there is none.
  if (run('nx', ['graph', '--file=.cache/project-graph.json']).status !== 0) {
    console.error('nx could not read the projects; run "npx nx graph --file=.cache/graph.json" to see why');
    return false;
  }
  const cache = `.cache/eslint/${hashProjects()}`;
  const { status, output } = run('eslint', ['--cache', '--cache-location', cache, ...FOLDERS]);
  process.stdout.write(output);
  if (output.includes('No cached ProjectGraph')) {
    rmSync(cache, { force: true });
    console.error('The import boundaries were not checked: nx had no project graph. Run the check again.');
    return false;
  }
  return status === 0;
}

function run(command, args) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  const { status, stdout, stderr, error } = spawnSync(`node_modules/.bin/${command}`, args, {
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) process.stderr.write(stderr);
  return { status, output: stdout };
}

/** A project's tags and dependencies decide what its files may import, so a change there voids ESLint's cache. */
function hashProjects() {
  const hash = createHash('sha256');
  for (const file of ['.', ...projectFolders('.')].map((folder) => `${folder}/package.json`)) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
