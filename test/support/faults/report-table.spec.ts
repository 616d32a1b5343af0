import { describe, expect, it } from 'vitest';
import { putTable, tableOf, type KeptLine } from './report-table.ts';

const LINE: KeptLine = {
  fault: 'the cable is cut',
  topology: 'distributed',
  lasted: 60,
  toldAfter: 2.1,
  recoveredAfter: 4,
  acknowledged: { traces: 100, tags: 5 },
  lost: ['a trace'],
  twice: [],
  unexpected: [],
  claims: 3,
  outages: { traces: 1, changes: 2, reads: 3 },
  peakMemoryMb: 300,
  peakMemoryOf: 'writer',
  testStoodStill: 0.1,
  date: '2026-11-22',
  commit: 'abc',
};

describe('the table of faults', () => {
  it('has a row a fault, and their sum', () => {
    const rows = tableOf([
      LINE,
      { ...LINE, fault: 'rain', lost: [], outages: { ...LINE.outages, reads: 9 } },
    ]);
    expect(rows).toContain(
      '| the cable is cut | distributed | 60 s | 2.1 s | 105 | 1 | 0 | 1 s | 2 s | 3 s | 4 s | 300 MB | 2026-11-22, abc |',
    );
    expect(rows).toContain(
      '| **2 faults** |  |  |  | **210** | **1** | **0** | **1 s** | **2 s** | **9 s** |',
    );
  });

  it('takes the place of the one before', () => {
    const empty =
      'a\n<!-- written by the fault suite: begin -->\n<!-- written by the fault suite: end -->\nz\n';
    const page = putTable(putTable(empty, '| old |'), '| new |');
    expect(page).toMatch(/^a\n<!--.*begin -->\n\n\| new \|\n\n<!--.*end -->\nz\n$/s);
    expect(() => putTable('no place', '')).toThrow(/put <!--/);
  });
});
