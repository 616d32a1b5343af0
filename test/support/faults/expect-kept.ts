import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { FaultLine } from './fault-line.ts';

/** One file a fault, collected by write-report.ts. */
export const LINES = join(import.meta.dirname, '../../../.cache/faults');
/** A service of ours, under this load, whatever goes wrong around it. */
const MOST_MEMORY_MB = 700;

const CLAIM = /^complete to \S+ was claimed/;

/**
 * Writes down what a fault did, then holds it against what is promised; but for what the engine itself hides for as long as
 * it has no room, where that is known (`hidesRows`) and told in docs/reliability.md.
 */
export function expectKept(line: FaultLine, { hidesRows = false } = {}): void {
  mkdirSync(LINES, { recursive: true });
  const file = `${line.topology} ${line.fault}`.replaceAll(/\W+/g, '-');
  writeFileSync(join(LINES, `${file}.json`), JSON.stringify(line));
  expect(line.lost, 'acknowledged, and not there').toEqual([]);
  expect(line.twice, 'there more than once').toEqual([]);
  const unexpected = hidesRows ? line.unexpected.filter((each) => !CLAIM.test(each)) : line.unexpected;
  expect(unexpected, 'answers no client should get, and untrue claims of completeness').toEqual([]);
  expect(line.claims, 'claims of completeness that were tested').toBeGreaterThan(0);
  expect(line.peakMemoryMb, `megabytes of ${line.peakMemoryOf}`).toBeLessThan(MOST_MEMORY_MB);
}
