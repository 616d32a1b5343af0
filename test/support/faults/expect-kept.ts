import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { FaultLine } from './fault-line.ts';

/** One file a fault, collected by write-report.ts. */
export const LINES = join(import.meta.dirname, '../../../.cache/faults');
/** A service of ours, under this load, whatever goes wrong around it. */
const MOST_MEMORY_MB = 700;

/** Writes down what a fault did, then holds it against what is promised. */
export function expectKept(line: FaultLine): void {
  mkdirSync(LINES, { recursive: true });
  const file = `${line.topology} ${line.fault}`.replaceAll(/\W+/g, '-');
  writeFileSync(join(LINES, `${file}.json`), JSON.stringify(line));
  expect(line.lost, 'acknowledged, and not there').toEqual([]);
  expect(line.twice, 'there more than once').toEqual([]);
  expect(line.unexpected, 'answers no client should get, and untrue claims of completeness').toEqual([]);
  expect(line.claims, 'claims of completeness that were tested').toBeGreaterThan(0);
  expect(line.peakMemoryMb, `megabytes of ${line.peakMemoryOf}`).toBeLessThan(MOST_MEMORY_MB);
}
