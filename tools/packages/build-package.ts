import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { rolldown, type OutputChunk, type Plugin, type RolldownOptions } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { importedPackage, isOutside, publishedManifest, type PublishedPackage } from './manifest.ts';

const FORMATS = [
  { name: 'esm', extension: 'js' },
  { name: 'cjs', extension: 'cjs' },
] as const;

type Format = (typeof FORMATS)[number];

/** Every runtime of the last years reads it: Node 18, Bun, workers. */
const TARGET = 'es2022';

/** What Node brings along is known at the edge by its full name alone. */
const nodePrefixed: Plugin = {
  name: 'node-prefixed',
  resolveId: (id) => (isBuiltin(id) ? { id: `node:${id.replace(/^node:/, '')}`, external: true } : null),
};

/**
 * Builds a package into a folder that npm can pack: as modules and for `require`, with types, and with the packages inside that
 * an application should not have to agree with.
 */
export async function buildPackage(built: PublishedPackage, target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const imports = new Set<string>();
  for (const format of built.isProgram ? FORMATS.slice(0, 1) : FORMATS) {
    for (const found of await writeCode(built, format, target)) imports.add(found);
  }
  if (!built.isProgram) await writeTypes(built, target);
  const manifest = publishedManifest(built, [...imports].toSorted());
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(join(built.folder, 'README.md'), join(target, 'README.md'));
  cpSync('LICENSE', join(target, 'LICENSE'));
}

/** Answers which packages what was built imports. */
async function writeCode(built: PublishedPackage, format: Format, target: string): Promise<string[]> {
  const bundle = await rolldown({
    ...inputOf(built),
    plugins: [nodePrefixed],
    transform: { target: TARGET },
  });
  const { output } = await bundle.write({
    dir: join(target, format.name),
    format: format.name,
    sourcemap: true,
    entryFileNames: `[name].${format.extension}`,
    chunkFileNames: `chunks/[name]-[hash].${format.extension}`,
  });
  const chunks = output.filter((part): part is OutputChunk => part.type === 'chunk');
  const own = new Set(chunks.map(({ fileName }) => fileName));
  return chunks
    .flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports])
    .filter((id) => !own.has(id))
    .map(importedPackage)
    .filter((name) => name !== undefined);
}

async function writeTypes(built: PublishedPackage, target: string): Promise<void> {
  const bundle = await rolldown({ ...inputOf(built), plugins: [dts({ emitDtsOnly: true, eager: true })] });
  for (const { name, extension } of FORMATS) {
    await bundle.write({
      dir: join(target, name),
      format: 'esm',
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `chunks/[name]-[hash].${extension}`,
    });
  }
}

function inputOf(built: PublishedPackage): RolldownOptions {
  return {
    input: { ...built.entries },
    platform: 'neutral',
    external: (id) => isOutside(id, built),
    logLevel: 'warn',
  };
}
