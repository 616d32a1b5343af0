import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const SAMPLE_MS = 250;

export interface Usage {
  /** CPU seconds of the tree, children that ended included as far as they were sampled. */
  readonly cpuSeconds: number;
  readonly peakRssMb: number;
  /** Proportional set size: shared pages counted once. */
  readonly peakPssMb: number;
}

/** CPU and memory of process trees, from /proc (Linux only). */
export class ProcessTreeMeter {
  private readonly first = new Map<number, number>();
  private readonly last = new Map<number, number>();
  private peakRss = 0;
  private peakPss = 0;
  private samples = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly roots: readonly number[]) {
    this.sample();
    this.timer = setInterval(() => this.sample(), SAMPLE_MS);
  }

  stop(): Usage {
    clearInterval(this.timer);
    this.sample();
    let cpu = 0;
    for (const [pid, ticks] of this.last) cpu += ticks - (this.first.get(pid) ?? 0);
    return {
      cpuSeconds: cpu / TICKS_PER_SECOND,
      peakRssMb: Math.round(this.peakRss / 1024),
      peakPssMb: Math.round(this.peakPss / 1024),
    };
  }

  private sample(): void {
    const table = processTable();
    let rss = 0;
    let pss = 0;
    for (const pid of treeOf(this.roots, table)) {
      const ticks = table.get(pid)?.ticks ?? 0;
      // What was there before we looked first is not ours to count; what started since is.
      if (!this.first.has(pid)) this.first.set(pid, this.samples === 0 ? ticks : 0);
      this.last.set(pid, ticks);
      rss += kilobytes(`/proc/${pid}/status`, 'VmRSS');
      if (this.samples % 4 === 0) pss += kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss');
    }
    this.peakRss = Math.max(this.peakRss, rss);
    this.peakPss = Math.max(this.peakPss, pss);
    this.samples += 1;
  }
}

interface ProcessEntry {
  readonly parent: number;
  readonly ticks: number;
}

function processTable(): Map<number, ProcessEntry> {
  const table = new Map<number, ProcessEntry>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      table.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
    } catch {
      // It ended between the listing and the reading.
    }
  }
  return table;
}

function treeOf(roots: readonly number[], table: ReadonlyMap<number, ProcessEntry>): Set<number> {
  const tree = new Set(roots.filter((pid) => table.has(pid)));
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, { parent }] of table) {
      if (tree.has(parent) && !tree.has(pid)) {
        tree.add(pid);
        grown = true;
      }
    }
  }
  return tree;
}

function kilobytes(path: string, key: string): number {
  try {
    const match = new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(readFileSync(path, 'latin1'));
    return Number(match?.[1] ?? 0);
  } catch {
    return 0;
  }
}
