import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { PURE_LAYERS, PURE_PACKAGES, VENDORS, layerOf, projectFolders } from './boundaries.mjs';

const root = new URL('..', import.meta.url).pathname;
const BOUNDARY = '@nx/enforce-module-boundaries';
const IMPORTS = 'no-restricted-imports';

let eslint: ESLint;
beforeAll(() => {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  execFileSync('node_modules/.bin/nx', ['graph', '--file=.cache/project-graph.json'], {
    cwd: root,
    env,
    stdio: 'pipe',
  });
  // The files linted here do not exist, so the rules that ask TypeScript for types have nothing to ask.
  eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });
}, 60_000);

async function rulesBroken(path: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(source, { filePath: `${root}${path}` });
  const messages = result?.messages ?? [];
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.map(({ ruleId }) => ruleId ?? 'ignored');
}

const use = (name: string) => `import * as used from '${name}';\nexport const again = used;\n`;

describe('an import that must not get through', () => {
  it.each([
    ['feature -> adapter', 'libs/features/writer/src/x.ts', '@millrace/adapter-kafka', BOUNDARY],
    ['feature -> feature', 'libs/features/writer/src/x.ts', '@millrace/feature-query', BOUNDARY],
    ['feature -> feature by path', 'libs/features/writer/src/x.ts', '../../query/src/index.ts', BOUNDARY],
    ['feature -> contract', 'libs/features/writer/src/x.spec.ts', '@millrace/port-contracts', BOUNDARY],
    ['sdk -> feature', 'sdk/typescript/src/x.ts', '@millrace/feature-query', BOUNDARY],
    ['sdk -> openapi-fetch', 'sdk/typescript/src/x.ts', 'openapi-fetch', IMPORTS],
    ['feature -> kafkajs', 'libs/features/writer/src/x.ts', 'kafkajs', IMPORTS],
    ['feature -> typeorm', 'libs/features/query/src/x.ts', 'typeorm', IMPORTS],
    ['feature -> quickjs', 'libs/features/evaluation/src/x.ts', 'quickjs-emscripten-core', IMPORTS],
    ['feature -> bullmq', 'libs/features/evaluation/src/x.ts', 'bullmq', IMPORTS],
    ['feature -> prom-client', 'libs/features/query/src/x.ts', 'prom-client', IMPORTS],
    ['feature -> process', 'libs/features/query/src/x.ts', 'node:process', IMPORTS],
    ['feature -> test code', 'libs/features/query/src/x.ts', '../../../../test/support/api.ts', IMPORTS],
    ['domain -> node:fs', 'libs/domain/src/x.ts', 'node:fs', IMPORTS],
    ['domain -> fs', 'libs/domain/src/x.ts', 'fs', IMPORTS],
    ['domain -> zod', 'libs/domain/src/x.ts', 'zod', IMPORTS],
    ['domain -> port', 'libs/domain/src/x.ts', '@millrace/ports', BOUNDARY],
    ['port -> logic', 'libs/ports/src/x.ts', '@millrace/otlp', BOUNDARY],
    ['port -> Nest', 'libs/ports/src/x.ts', '@nestjs/common', IMPORTS],
    ['port -> node:fs', 'libs/ports/src/x.ts', 'node:fs', IMPORTS],
    ['logic -> kafkajs', 'libs/otlp/src/x.ts', 'kafkajs', IMPORTS],
    ['logic -> package of another logic', 'libs/otlp/src/x.ts', 're2js', IMPORTS],
    ['logic -> package named like its own', 'libs/scorers/src/x.ts', 're2js-x', IMPORTS],
    ['logic -> Node', 'libs/scorers/src/x.ts', 'node:fs', IMPORTS],
    ['logic -> kit', 'libs/conventions/src/x.ts', '@millrace/service-kit', BOUNDARY],
    ['kit -> feature', 'libs/access/src/x.ts', '@millrace/feature-registry', BOUNDARY],
    ['adapter -> pg', 'libs/adapters/local-log/src/x.ts', 'pg', IMPORTS],
    ['adapter -> part of a vendor', 'libs/adapters/local-log/src/x.ts', 'pg/lib/utils', IMPORTS],
    ['adapter -> adapter', 'libs/adapters/postgres/src/x.ts', '@millrace/adapter-bullmq', BOUNDARY],
    ['adapter -> feature', 'libs/adapters/postgres/src/x.ts', '@millrace/feature-registry', BOUNDARY],
    ['adapter -> contract', 'libs/adapters/kafka/src/x.ts', '@millrace/port-contracts', IMPORTS],
    ['adapter -> its test code', 'libs/adapters/kafka/src/x.ts', './testing/kafka-fixture.ts', IMPORTS],
    ['adapter -> undeclared package', 'libs/adapters/kafka/src/x.ts', 'fastify', BOUNDARY],
    ['contract -> kit', 'libs/port-contracts/src/x.ts', '@millrace/service-kit', BOUNDARY],
    ['app -> contract', 'apps/ingest/src/x.ts', '@millrace/port-contracts', BOUNDARY],
    ['app -> app', 'apps/ingest/src/x.ts', '@millrace/app-writer', BOUNDARY],
    ['app -> ioredis', 'apps/evaluator/src/x.ts', 'ioredis', IMPORTS],
  ])('%s', async (_, path, name, rule) => {
    expect(await rulesBroken(path, use(name))).toContain(rule);
  });

  it('a dynamic import of an adapter from a feature, or of anything from the domain', async () => {
    const load = (name: string) => `export const used = await import('${name}');\n`;
    expect(await rulesBroken('libs/features/writer/src/x.ts', load('@millrace/adapter-kafka'))).toContain(
      BOUNDARY,
    );
    expect(await rulesBroken('libs/features/writer/src/x.ts', load('kafkajs'))).toContain(BOUNDARY);
    expect(await rulesBroken('libs/domain/src/x.ts', load('node:fs'))).toContain('no-restricted-syntax');
  });
});

describe('an import that must pass', () => {
  it.each([
    ['port -> domain', 'libs/ports/src/x.ts', '@millrace/domain'],
    ['logic -> port', 'libs/otlp/src/x.ts', '@millrace/domain'],
    ['logic -> package of its own', 'libs/scorers/src/x.ts', 're2js'],
    ['logic -> part of it', 'libs/scorers/src/x.ts', 'ajv8/dist/2020.js'],
    ['kit -> kit', 'libs/access/src/x.ts', '@millrace/service-kit'],
    ['kit -> logic', 'libs/trace-access/src/x.ts', '@millrace/otlp'],
    ['kit -> typeorm', 'libs/access/src/x.ts', 'typeorm'],
    ['feature -> logic', 'libs/features/writer/src/x.ts', '@millrace/conventions'],
    ['feature -> kit', 'libs/features/registry/src/x.ts', '@millrace/access'],
    ['feature -> node:fs', 'libs/features/writer/src/x.ts', 'node:crypto'],
    ['feature -> zod', 'libs/features/writer/src/x.ts', 'zod'],
    ['adapter -> its vendor', 'libs/adapters/kafka/src/x.ts', 'kafkajs'],
    ['adapter -> port', 'libs/adapters/kafka/src/x.ts', '@millrace/ports'],
    ['contract spec -> contract', 'libs/adapters/kafka/src/x.contract.spec.ts', '@millrace/port-contracts'],
    [
      'contract spec -> servers',
      'libs/adapters/kafka/src/x.contract.spec.ts',
      '../../../../test/support/servers/index.ts',
    ],
    ['domain spec -> vitest', 'libs/domain/src/x.spec.ts', 'vitest'],
    ['logic spec -> node:fs', 'libs/conventions/src/x.spec.ts', 'node:fs'],
    ['app -> adapter', 'apps/ingest/src/x.ts', '@millrace/adapter-kafka'],
    ['app -> feature', 'apps/ingest/src/x.ts', '@millrace/feature-receiver'],
  ])('%s', async (_, path, name) => {
    expect(await rulesBroken(path, use(name))).toEqual([]);
  });
});

describe('code that must not get through', () => {
  const parameters = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: number`).join(', ');
  const lines = (count: number) => 'work();\n'.repeat(count);

  it.each([
    ['process.env in a feature', 'export const url = process.env.URL;', 'no-restricted-properties'],
    ['process.env taken apart', 'export const { env } = process;', 'no-restricted-properties'],
    ['any', 'export const a = (b: any) => b;', '@typescript-eslint/no-explicit-any'],
    ['!', 'export const a = (b?: string) => b!;', '@typescript-eslint/no-non-null-assertion'],
    ['console', "console.log('here');", 'no-console'],
    [
      'a long function',
      `declare function work(): void;\nexport function a() {\n${lines(51)}}`,
      'max-lines-per-function',
    ],
    ['a long file', `declare function work(): void;\n${lines(300)}`, 'max-lines'],
    ['5 parameters', `export const a = (${parameters(5)}) => [a0, a1, a2, a3, a4];`, 'no-restricted-syntax'],
    ['6 dependencies', `export class A { constructor(${parameters(6)}) {} }`, 'no-restricted-syntax'],
    ['a skipped test', "it.skip('works', () => {});", 'no-restricted-syntax'],
    ['a lone test', "describe.only('a', () => {});", 'no-restricted-syntax'],
    ['a test to write', "it.todo('works');", 'no-restricted-syntax'],
    ['a skipped table', "it.concurrent.skip('works', () => {});", 'no-restricted-syntax'],
  ])('%s', async (_, source, rule) => {
    expect(await rulesBroken('libs/features/writer/src/x.ts', `${source}\n`)).toContain(rule);
  });

  it('Buffer in the domain', async () => {
    const source = 'export const bytes = Buffer.alloc(1);\n';
    expect(await rulesBroken('libs/domain/src/x.ts', source)).toEqual(['no-restricted-globals']);
    expect(await rulesBroken('libs/ports/src/x.ts', source)).toEqual([]);
  });

  it('process.env of an app outside its app.config.ts', async () => {
    const source = 'export const all = process.env;\n';
    expect(await rulesBroken('apps/ingest/src/main.ts', source)).toEqual(['no-restricted-properties']);
    expect(await rulesBroken('libs/adapters/kafka/src/kafka.config.ts', source)).toEqual([
      'no-restricted-properties',
    ]);
    expect(await rulesBroken('apps/ingest/src/app.config.ts', source)).toEqual([]);
  });

  it('a forgotten await, in every TypeScript file', async () => {
    for (const path of [
      'apps/ingest/src/x.ts',
      'libs/domain/src/x.spec.ts',
      'test/support/x.ts',
      'benchmarks/x.ts',
    ]) {
      const config = (await new ESLint({ cwd: root }).calculateConfigForFile(path)) as {
        rules: Record<string, unknown[]>;
      };
      expect(config.rules['@typescript-eslint/no-floating-promises']?.[0]).toBe(2);
    }
  });
});

describe('the projects', () => {
  const folders = projectFolders(root.slice(0, -1));
  const expected: Record<string, string> = {
    apps: 'app',
    features: 'feature',
    adapters: 'adapter',
    sdk: 'client|sdk',
    web: 'web',
  };

  it.each(folders)('%s names the layer of its folder', (folder) => {
    const parent = folder === 'web' ? folder : (folder.split('/').at(-2) ?? '');
    const layer = expected[parent] ?? 'domain|port|logic|kit|contract';
    expect(layerOf(root, folder)).toMatch(new RegExp(`^(${layer})$`));
  });

  it.each(folders)('%s declares no vendor of another project', (folder) => {
    const manifest = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as Manifest;
    const foreign = VENDORS.filter(({ homes }) => !homes.includes(folder)).flatMap(
      ({ packages }) => packages,
    );
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
    expect(declared.filter((name) => foreign.some((pattern) => matchesGlob(name, pattern)))).toEqual([]);
  });

  it('only pure projects have packages of their own, pinned, and none that they do not use', () => {
    for (const [folder, packages] of Object.entries(PURE_PACKAGES)) {
      const manifest = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as Manifest;
      const outside = Object.entries(manifest.dependencies ?? {}).filter(
        ([name]) => !name.startsWith('@millrace/'),
      );
      expect(PURE_LAYERS, folder).toContain(layerOf(root, folder));
      expect(outside.map(([name]) => name).sort(), folder).toEqual(
        packages.filter((name) => !name.startsWith('node:')).sort(),
      );
      for (const [, version] of outside) expect(version).toMatch(/^(?:npm:\w+@)?\d+\.\d+\.\d+$/);
    }
  });

  it('a project without a layer, or with a made-up one, is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
    const tagged = (...tags: string[]) => {
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ nx: { tags } }));
      return () => layerOf(folder, '.');
    };
    expect(tagged('layer:kit')()).toBe('kit');
    expect(tagged()).toThrow(/exactly one tag/);
    expect(tagged('layer:kit', 'layer:app')).toThrow(/exactly one tag/);
    expect(tagged('layer:utils')).toThrow(/exactly one tag/);
    rmSync(folder, { recursive: true });
  });
});

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
