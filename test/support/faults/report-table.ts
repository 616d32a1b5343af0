import type { FaultLine } from './fault-line.ts';

/** A line with when and of what it was measured. */
export interface KeptLine extends FaultLine {
  readonly date: string;
  readonly commit: string;
}

const BEGIN = '<!-- written by the fault suite: begin -->';
const END = '<!-- written by the fault suite: end -->';
const COLUMNS = [
  'fault',
  'in',
  'lasted',
  'told after',
  'acknowledged',
  'lost',
  'twice',
  'longest without an ack',
  '… without a change',
  '… without a read',
  'back after',
  'memory',
  'tried',
];

/** A row a fault, and the sum of them. */
export function tableOf(lines: readonly KeptLine[]): string {
  const sum = (value: (line: KeptLine) => number): number =>
    lines.reduce((total, line) => total + value(line), 0);
  const worst = (value: (line: KeptLine) => number): number => Math.max(0, ...lines.map(value));
  const total = [
    `**${lines.length} faults**`,
    '',
    '',
    '',
    `**${sum(acknowledgedOf)}**`,
    `**${sum(({ lost }) => lost.length)}**`,
    `**${sum(({ twice }) => twice.length)}**`,
    `**${worst(({ outages }) => outages.traces)} s**`,
    `**${worst(({ outages }) => outages.changes)} s**`,
    `**${worst(({ outages }) => outages.reads)} s**`,
    `**${worst(({ recoveredAfter }) => recoveredAfter)} s**`,
    `**${worst(({ peakMemoryMb }) => peakMemoryMb)} MB**`,
    '',
  ];
  const rows = [COLUMNS, COLUMNS.map(() => '---'), ...lines.map(rowOf), total];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Replaces the table of a page. */
export function putTable(page: string, table: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`the page has no place for the table: put ${BEGIN} and ${END} into it`);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}

function acknowledgedOf({ acknowledged }: FaultLine): number {
  return Object.values(acknowledged).reduce((total, count) => total + count, 0);
}

function rowOf(line: KeptLine): string[] {
  const { outages } = line;
  return [
    line.fault,
    line.topology,
    `${line.lasted} s`,
    line.toldAfter === undefined ? '' : `${line.toldAfter} s`,
    String(acknowledgedOf(line)),
    String(line.lost.length),
    String(line.twice.length),
    `${outages.traces} s`,
    `${outages.changes} s`,
    `${outages.reads} s`,
    `${line.recoveredAfter} s`,
    `${line.peakMemoryMb} MB`,
    `${line.date}, ${line.commit}`,
  ];
}
