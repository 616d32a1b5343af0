import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const FOLDER = 'benchmarks/results';

/** Writes `results/<name>.json` with what is needed to judge it later: machine, date, commit. */
export function saveResult(name: string, results: Readonly<Record<string, unknown>>): void {
  mkdirSync(FOLDER, { recursive: true });
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const file = join(FOLDER, `${name}.json`);
  writeFileSync(
    file,
    `${JSON.stringify({ name, date: new Date().toISOString(), commit, machine, results }, undefined, 2)}\n`,
  );
  console.log(`written: ${file}`);
}
