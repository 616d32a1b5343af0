// node tools/generate.mjs openapi|settings [copy]: writes what is made from the code, to its place or a copy. With --check: fails when that is stale.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import { rolldown } from 'rolldown';
import bundling from '../rolldown.config.ts';
import { GENERATED, staleness } from './generated-files.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
const isCheck = process.argv.includes('--check');
const [name = '', copy] = process.argv.slice(2).filter((word) => word !== '--check');
const target = GENERATED[name];
if (!target)
  throw new Error(`there is no ${name} to generate; there are ${Object.keys(GENERATED).join(', ')}`);

const made = await generate(name);
const file = copy ?? target;
if (isCheck) {
  const fault = staleness(name, existsSync(file) ? readFileSync(file, 'utf8') : undefined, made);
  if (fault) console.error(fault);
  process.exitCode = fault ? 1 : 0;
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made);
}

/** Bundled first: Node itself can't read the decorators of the services. */
async function generate(generator) {
  const folder = `.cache/generate/${process.pid}`;
  const bundle = await rolldown({ ...bundling, input: { [generator]: `tools/generate/${generator}.ts` } });
  await bundle.write({ dir: folder, format: 'esm' });
  const module = await import(pathToFileURL(resolve(folder, `${generator}.js`)).href);
  rmSync(folder, { recursive: true });
  const options = await prettier.resolveConfig(target);
  return prettier.format(await module.generate(), { ...options, filepath: target });
}
