import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHART, helm, renderingArguments } from './helm.ts';
import { maskRandom } from './mask-random.ts';

const EXAMPLES = join(CHART, 'examples');
const RENDERED = 'rendered';
const SOURCE = /^---\n# Source: [^/\n]+\/(.+)\n/m;

/** Texts of YAML files by their paths. */
export type Files = Readonly<Record<string, string>>;

export function exampleNames(): string[] {
  return readdirSync(EXAMPLES).sort();
}

export function valuesOf(example: string, chart = CHART): string {
  return join(chart, 'examples', example, 'values.yaml');
}

/** What helm makes of an example: a file for each template, what is random masked. */
export async function renderExample(example: string): Promise<Files> {
  const parameters = [...(await renderingArguments(CHART)), '-f', valuesOf(example)];
  const texts = await Promise.all([helm(parameters), helm(parameters)]);
  return splitBySource(maskRandom(...texts));
}

/** What is kept of an example. */
export function readKept(example: string): Files {
  const folder = join(EXAMPLES, example, RENDERED);
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
}

export function keep(example: string, files: Files): void {
  const folder = join(EXAMPLES, example, RENDERED);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** `templates/services/deployment.yaml` is kept as `services/deployment.yaml`, with all that it makes. */
export function splitBySource(rendered: string): Files {
  const [, ...parts] = rendered.split(SOURCE);
  const files: Record<string, string> = {};
  for (let index = 0; index < parts.length; index += 2) {
    const path = (parts[index] ?? '').replace(/^templates\//, '');
    files[path] = `${files[path] ?? ''}---\n${(parts[index + 1] ?? '').trim()}\n`;
  }
  return files;
}
