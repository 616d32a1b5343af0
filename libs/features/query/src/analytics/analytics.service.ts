import { Injectable, type StreamableFile } from '@nestjs/common';
import { parseFilter, parseSpanFilter, Rejected } from '@millrace/domain';
import { TableExport, TraceAnalytics, type AnalyticsQuery, type ResultFormat } from '@millrace/ports';
import { ExperimentChoice } from '@millrace/trace-access';
import { tableFile } from '../tables/table-response.ts';
import { askedTime, parseBucket, type AnalyticsBody } from './analytics-query.ts';
import { comparePeriods, type ComparedRow } from './compare-periods.ts';

export interface Figures {
  readonly query: AnalyticsQuery;
  readonly rows: readonly ComparedRow[];
}

/** Figures over traces as `/api/v1` asks for them. Throws Rejected, Unavailable. */
@Injectable()
export class AnalyticsService {
  constructor(
    private readonly analytics: TraceAnalytics,
    private readonly experiments: ExperimentChoice,
    private readonly tables: TableExport,
  ) {}

  async query(workspaceId: string, body: AnalyticsBody): Promise<Figures> {
    const query = await this.toQuery(workspaceId, body);
    const rows = await this.analytics.measure(query);
    if (!body.compare_previous) return { query, rows };
    const length = query.toUnixNano - query.fromUnixNano;
    const previous = await this.analytics.measure({
      ...query,
      fromUnixNano: query.fromUnixNano - length,
      toUnixNano: query.fromUnixNano,
    });
    const lengthMs = Number(length / 1_000_000n);
    return { query, rows: comparePeriods(rows, previous, { lengthMs, bucket: query.bucket }) };
  }

  /** The same figures as a table, with a column for each name. */
  async table(workspaceId: string, body: AnalyticsBody, format: ResultFormat): Promise<StreamableFile> {
    if (body.compare_previous) {
      throw new Rejected(
        'compare_previous is answered in JSON only: as tables, ask for each period by from and to',
      );
    }
    const query = await this.toQuery(workspaceId, body);
    const all = [...body.dimensions, ...body.measures].map(({ name }) => name);
    if (new Set(all).size < all.length) throw new Rejected('a table needs each measure and dimension once');
    const names = {
      dimensions: body.dimensions.map(({ name }) => name),
      measures: body.measures.map(({ name }) => name),
    };
    return tableFile(await this.tables.figures(query, names, format), format);
  }

  private async toQuery(workspaceId: string, body: AnalyticsBody): Promise<AnalyticsQuery> {
    const { from, to } = askedTime(body, Date.now());
    const filter = parseFilter(body.filter);
    const spanFilter = parseSpanFilter(body.span_filter);
    if (spanFilter && body.view !== 'spans') throw new Rejected('span_filter is for the view spans');
    const bucket = body.bucket === undefined ? undefined : parseBucket(body.bucket, body.time_zone);
    return {
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, body.experiment_ids),
      view: body.view,
      fromUnixNano: from,
      toUnixNano: to,
      measures: body.measures.map(({ meaning }) => meaning),
      dimensions: body.dimensions.map(({ meaning }) => meaning),
      limit: body.limit,
      includesJudgeTraces: body.include_judge_traces,
      ...(filter && { filter }),
      ...(spanFilter && { spanFilter }),
      ...(bucket && { bucket }),
    };
  }
}
