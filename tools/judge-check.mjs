// npm run judge-check -- [--model provider:/model]… [--judge name]… [--base-url url] [--json file]: measures the judges on their labelled
// examples with your own key.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import bundling from '../rolldown.config.ts';

process.chdir(resolve(import.meta.dirname, '..'));
// Bundled first: Node itself can't read the decorators of the adapters, nor prompts.
const folder = `.cache/judge-check/${process.pid}`;
const bundle = await rolldown({ ...bundling, input: { main: 'tools/judge-check/main.ts' } });
await bundle.write({ dir: folder, format: 'esm' });
try {
  const { checkJudges } = await import(pathToFileURL(resolve(folder, 'main.js')).href);
  process.exitCode = await checkJudges(process.argv.slice(2), {
    environment: process.env,
    scorersSource: 'libs/scorers/src',
    say: (line) => console.log(line),
  });
} finally {
  rmSync(folder, { recursive: true });
}
