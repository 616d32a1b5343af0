import type { LifecycleStage } from '../entities/experiment.entity.ts';

export interface ExperimentSummary {
  readonly id: number;
  readonly workspaceId: string;
  readonly name: string;
  readonly lifecycleStage: LifecycleStage;
}

interface CachedExperiment {
  readonly experiment: ExperimentSummary;
  readonly askedAt: number;
}

const FRESH_MS = 5000;
const LARGEST_SIZE = 20_000;

/** Experiments by id, bounded: the one asked for longest ago goes first. */
export class ExperimentCache {
  private readonly entries = new Map<number, CachedExperiment>();

  constructor(
    private readonly now: () => number = Date.now,
    private readonly largestSize = LARGEST_SIZE,
  ) {}

  /** However old. */
  get(id: number): ExperimentSummary | undefined {
    return this.entries.get(id)?.experiment;
  }

  /** A deleted one never is: it takes traces again the moment it is restored. */
  isFresh(id: number): boolean {
    const entry = this.entries.get(id);
    if (!entry || entry.experiment.lifecycleStage === 'deleted') return false;
    return this.now() - entry.askedAt < FRESH_MS;
  }

  set(experiment: ExperimentSummary): void {
    this.entries.delete(experiment.id);
    this.entries.set(experiment.id, { experiment, askedAt: this.now() });
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.largestSize) break;
      this.entries.delete(oldest);
    }
  }

  /** Counts as asked for just now, so that PostgreSQL is not asked with every request while it is down. */
  touch(id: number): void {
    const entry = this.entries.get(id);
    if (entry) this.set(entry.experiment);
  }

  remove(id: number): void {
    this.entries.delete(id);
  }
}
