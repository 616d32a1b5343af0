import { residentMemory } from '../../../benchmarks/measure/resident-memory.ts';
import type { FaultySystem } from './fault.ts';

const PAUSE_MS = 500;

/** The most memory each of our processes had while it was watched. */
export class MemoryWatch {
  private readonly peaks = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly system: Pick<FaultySystem, 'pids'>) {
    this.timer = setInterval(() => this.sample(), PAUSE_MS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.sample();
  }

  /** The part that had most, in megabytes. */
  get largest(): { readonly part: string; readonly megabytes: number } {
    const [part = 'none', megabytes = 0] = [...this.peaks].sort(([, a], [, b]) => b - a)[0] ?? [];
    return { part, megabytes };
  }

  private sample(): void {
    for (const [part, pid] of Object.entries(this.system.pids())) {
      try {
        this.peaks.set(part, Math.max(this.peaks.get(part) ?? 0, residentMemory(pid).rssMb));
      } catch {
        // It was killed, or is not started again yet.
      }
    }
  }
}
