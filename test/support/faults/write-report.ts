import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { TestProject } from 'vitest/node';
import { LINES } from './expect-kept.ts';
import type { FaultLine } from './fault-line.ts';
import { putTable, tableOf, type KeptLine } from './report-table.ts';

const ROOT = join(import.meta.dirname, '../../..');
const RESULTS = join(ROOT, 'test/fault-results.json');
const PAGE = join(ROOT, 'docs/reliability.md');

/**
 * The long form leaves what it found in the repository, the short one where MILLRACE_FAULT_REPORT is set: a fault that was not
 * tried keeps its last line.
 */
export default function writeReport({ name }: TestProject): () => Promise<void> {
  rmSync(LINES, { recursive: true, force: true });
  return async () => {
    const isKept = name === 'faults-long' || process.env['MILLRACE_FAULT_REPORT'] !== undefined;
    if (!isKept || !existsSync(LINES)) return;
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' });
    const stamp = { date: new Date().toISOString().slice(0, 10), commit: commit.trim() };
    const tried = readdirSync(LINES).map((file) => ({ ...readLine(join(LINES, file)), ...stamp }));
    const kept = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as KeptLine[]) : [];
    const lines = new Map([...kept, ...tried].map((line) => [`${line.topology} ${line.fault}`, line]));
    const sorted = [...lines].sort(([a], [b]) => a.localeCompare(b)).map(([, line]) => line);
    await writeFormatted(RESULTS, JSON.stringify(sorted));
    await writeFormatted(PAGE, putTable(readFileSync(PAGE, 'utf8'), tableOf(sorted)));
  };
}

function readLine(file: string): FaultLine {
  return JSON.parse(readFileSync(file, 'utf8')) as FaultLine;
}

async function writeFormatted(file: string, text: string): Promise<void> {
  const options = await resolveConfig(file);
  writeFileSync(file, await format(text, { ...options, filepath: file }));
}
