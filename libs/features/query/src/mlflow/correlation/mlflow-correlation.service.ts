import { Injectable } from '@nestjs/common';
import { parseExperimentId } from '@millrace/access';
import { parseFilter } from '@millrace/domain';
import { TraceAnalytics } from '@millrace/ports';
import { correlate, type Correlation } from './correlate.ts';
import type { CorrelationMessage } from './mlflow-correlation.dto.ts';

interface CorrelationAnswer extends Partial<Correlation> {
  readonly filter1_count: number;
  readonly filter2_count: number;
  readonly joint_count: number;
  readonly total_count: number;
}

/** How two filters of traces go together. */
@Injectable()
export class MlflowCorrelationService {
  constructor(private readonly analytics: TraceAnalytics) {}

  async calculate(workspaceId: string, message: CorrelationMessage): Promise<CorrelationAnswer> {
    const base = parseFilter(message.base_filter);
    const counts = await this.analytics.countBoth({
      workspaceId,
      experimentIds: message.experiment_ids.map(parseExperimentId).filter((id) => id !== undefined),
      first: parseFilter(message.filter_string1),
      second: parseFilter(message.filter_string2),
      ...(base && { base }),
    });
    return {
      ...correlate(counts),
      filter1_count: counts.first,
      filter2_count: counts.second,
      joint_count: counts.both,
      total_count: counts.total,
    };
  }
}
