import { readdirSync, readFileSync } from 'node:fs';
import { commandLine, descendants } from '../../test/support/processes.ts';

/** What all processes of one part have at a moment. */
export interface PartSample {
  readonly rssMb: number;
  /** Shared pages counted once. */
  readonly pssMb: number;
  readonly descriptors: number;
  /** Since its processes began; those that ended are not in it. */
  readonly cpuSeconds: number;
}

const TICKS_PER_SECOND = 100;
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/dist\/([\w-]+)\/main\.js/, '$1'],
  [/host\.mjs/, 'ClickHouse'],
  [/kafka\.Kafka/, 'Kafka'],
  [/s3proxy/, 'S3Proxy'],
  [/postgres/, 'PostgreSQL'],
  [/redis-server/, 'Redis'],
];

/** Samples of process trees by the part each process belongs to. */
export function sampleParts(roots: readonly number[]): Map<string, PartSample> {
  const parts = new Map<string, PartSample>();
  for (const pid of new Set(roots.flatMap(descendants))) {
    const part = partOf(commandLine(pid));
    if (part === undefined) continue;
    const so = parts.get(part) ?? { rssMb: 0, pssMb: 0, descriptors: 0, cpuSeconds: 0 };
    parts.set(part, {
      rssMb: so.rssMb + megabytes(`/proc/${pid}/status`, 'VmRSS'),
      pssMb: so.pssMb + megabytes(`/proc/${pid}/smaps_rollup`, 'Pss'),
      descriptors: so.descriptors + descriptorsOf(pid),
      cpuSeconds: so.cpuSeconds + cpuSecondsOf(pid),
    });
  }
  return parts;
}

function partOf(command: string): string | undefined {
  for (const [pattern, name] of PARTS) {
    const found = pattern.exec(command);
    if (found) return name.replace('$1', found[1] ?? '');
  }
  return undefined;
}

function descriptorsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

function cpuSecondsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

function megabytes(path: string, key: string): number {
  try {
    const match = new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(readFileSync(path, 'latin1'));
    return Number(match?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
