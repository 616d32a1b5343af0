import { waitBriefly } from '@millrace/service-kit';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';

const FLUSH_MS = 2_000;
const DRAIN_MS = 1_000;

interface Count {
  traces: number;
  spans: number;
}

/** Counts what sampling drops, by experiment; PostgreSQL hears of it every 2 s and when the process stops. */
@Injectable()
export class SamplingLedger implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Sampling');
  private counts = new Map<number, Count>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Never throws, never waits. */
  noteDropped(experimentId: number, traces: number, spans: number): void {
    if (traces + spans === 0) return;
    this.add(experimentId, { traces, spans });
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await waitBriefly(this.flush(), DRAIN_MS);
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { counts } = this;
    this.counts = new Map();
    for (const [experimentId, count] of counts) {
      try {
        await this.write(experimentId, count);
      } catch (error) {
        this.logger.warn(`What sampling dropped can't be noted yet: ${String(error)}`);
        this.add(experimentId, count);
        this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
      }
    }
  }

  private add(experimentId: number, { traces, spans }: Count): void {
    const known = this.counts.get(experimentId) ?? { traces: 0, spans: 0 };
    this.counts.set(experimentId, { traces: known.traces + traces, spans: known.spans + spans });
  }

  private async write(experimentId: number, { traces, spans }: Count): Promise<void> {
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `INSERT INTO sampling_counts AS known (experiment_id, traces, spans)
         SELECT id, $2, $3 FROM experiments WHERE id = $1
         ON CONFLICT (experiment_id) DO UPDATE SET
           traces = known.traces + EXCLUDED.traces, spans = known.spans + EXCLUDED.spans`,
        [experimentId, traces, spans],
      ),
    );
  }
}
