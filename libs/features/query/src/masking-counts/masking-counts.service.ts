import { Injectable } from '@nestjs/common';
import { MASKING_RULES, parseMarks } from '@millrace/masking';
import { TraceAnalytics } from '@millrace/ports';
import { ExperimentChoice } from '@millrace/trace-access';
import type { MaskingCountsQuery, MaskingFigures } from './masking-counts.dto.ts';

const WEEK_NANOS = 604_800_000_000_000n;
const NANOS_PER_MS = 1_000_000n;
/** Ways in which spans differ in what was masked; mostly there are few. */
const MOST_GROUPS = 10_000;

/** What was masked, counted from the marks on stored spans: each counts once, whatever was delivered twice. Throws Rejected, Unavailable. */
@Injectable()
export class MaskingCountsService {
  constructor(
    private readonly analytics: TraceAnalytics,
    private readonly experiments: ExperimentChoice,
  ) {}

  async count(workspaceId: string, query: MaskingCountsQuery): Promise<MaskingFigures> {
    const toUnixNano = query.to ?? BigInt(Date.now()) * NANOS_PER_MS;
    const fromUnixNano = query.from ?? toUnixNano - WEEK_NANOS;
    const rows = await this.analytics.measure({
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, [query.experiment_id]),
      view: 'spans',
      fromUnixNano,
      toUnixNano,
      includesJudgeTraces: true,
      measures: [{ of: 'rows', aggregate: 'sum' }],
      dimensions: [{ of: 'attribute', key: MASKING_RULES }],
      limit: MOST_GROUPS,
    });
    const valuesByRule = new Map<string, number>();
    let maskedSpans = 0;
    for (const { dimensions, measures } of rows) {
      const spans = measures[0] ?? 0;
      maskedSpans += spans;
      for (const [rule, values] of parseMarks(String(dimensions[0])))
        valuesByRule.set(rule, (valuesByRule.get(rule) ?? 0) + values * spans);
    }
    return { fromUnixNano, toUnixNano, maskedSpans, valuesByRule, isComplete: rows.length < MOST_GROUPS };
  }
}
