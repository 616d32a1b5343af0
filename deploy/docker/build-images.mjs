// npm run images -- <repository> [--tag=…] [--only=ingest,writer] [--engine=podman] [--push] [--dry-run]
// builds <repository>/millrace-<image>:<tag> of all images, and pushes them when told to. Needs no packages, only Node and the engine.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const DOCKERFILE = 'deploy/docker/Dockerfile';
const ENGINES = ['docker', 'podman'];
const KNOWN = Object.keys(readJson('deploy/docker/images.json'));

try {
  const { repository, tag, engine, images, isPushed, isDry } = readArguments();
  for (const command of images.flatMap((image) => commandsFor(image))) {
    console.log(command.map(quote).join(' '));
    if (isDry) continue;
    const { status, error } = spawnSync(command[0], command.slice(1), { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${engine} failed${error ? `: ${error.message}` : ''}`);
  }

  function commandsFor(image) {
    const name = `${repository}/millrace-${image}:${tag}`;
    return [buildCommand(engine, image, name), ...(isPushed ? [[engine, 'push', name]] : [])];
  }
} catch (error) {
  console.error(`millrace: ${error.message}`);
  process.exitCode = 1;
}

function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      tag: { type: 'string', default: readJson('package.json').version },
      only: { type: 'string', default: KNOWN.join(',') },
      engine: { type: 'string', default: 'docker' },
      push: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [repository, ...more] = positionals;
  if (!repository || more.length > 0)
    throw new Error('name one repository, e.g. npm run images -- registry.example/team --push');
  const images = values.only.split(',');
  const unknown = images.filter((image) => !KNOWN.includes(image));
  if (unknown.length > 0)
    throw new Error(`there is no image ${unknown.join(', ')}; there are ${KNOWN.join(', ')}`);
  if (!ENGINES.includes(values.engine)) throw new Error(`the engine is one of ${ENGINES.join(', ')}`);
  const { tag, engine } = values;
  return { repository, tag, engine, images, isPushed: values.push, isDry: values['dry-run'] };
}

function buildCommand(engine, image, name) {
  const buildArguments = {
    VERSION: readJson('package.json').version,
    REVISION: git('rev-parse', 'HEAD'),
    // Files of one date make the same image of the same commit.
    SOURCE_DATE_EPOCH: git('log', '-1', '--format=%ct'),
  };
  return [
    ...[engine, 'build', '--file', DOCKERFILE, '--target', image, '--tag', name],
    // Docker finds the file by its name.
    ...(engine === 'podman' ? ['--ignorefile', `${DOCKERFILE}.dockerignore`] : []),
    ...Object.entries(buildArguments).flatMap(([key, value]) =>
      value ? ['--build-arg', `${key}=${value}`] : [],
    ),
    '.',
  ];
}

/** Empty outside a repository, as in an archive of the sources. */
function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

function quote(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
