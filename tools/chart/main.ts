import { readFileSync, writeFileSync } from 'node:fs';
import { chartFiles } from './chart-files.ts';

/** node tools/chart/main.ts: writes what of the chart is made from the code. With --check: fails when that is stale. */
for (const { file, content } of await chartFiles()) {
  if (!process.argv.includes('--check')) writeFileSync(file, content);
  else if (readFileSync(file, 'utf8') !== content) {
    console.error(`${file} is stale: run "npm run chart" and commit the result`);
    process.exitCode = 1;
  }
}
