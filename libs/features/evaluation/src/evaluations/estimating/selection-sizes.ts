import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { findDataset } from '@millrace/datasets';
import { parseFilter, type Filter, type TraceRow } from '@millrace/domain';
import { READ_BARRIER_MS, SpanLog, TraceAnalytics, TraceReader } from '@millrace/ports';
import { SubjectLoader } from '../../subjects/subject-loader.ts';
import type { FilterSelection, Selection } from '../evaluation.ts';

/** How much a selection holds. */
export interface SelectionSize {
  readonly eligible: number;
  readonly sampled: number;
  /** Of what a judge reads of one, on the average of a few. */
  readonly characters: number;
}

const LOOKED_AT = 20;
const NANOS_PER_MS = 1_000_000n;
const END_OF_TIME = 2n ** 62n;
/** Where nothing can be looked at. */
const USUAL_CHARACTERS = 4_000;

/** Measures selections without judging anything. Throws Rejected, Unavailable. */
@Injectable()
export class SelectionSizes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: TraceReader,
    private readonly analytics: TraceAnalytics,
    private readonly subjects: SubjectLoader,
    private readonly log: SpanLog,
  ) {}

  async measure(workspaceId: string, experimentId: number, selection: Selection): Promise<SelectionSize> {
    await this.log.barrier({ timeoutMs: READ_BARRIER_MS });
    if (selection.kind === 'dataset') {
      const { recordCount } = await askDatabase(this.dataSource, (manager) =>
        findDataset(manager, workspaceId, selection.datasetId),
      );
      return { eligible: recordCount, sampled: recordCount, characters: USUAL_CHARACTERS };
    }
    if (selection.kind === 'traces') {
      const rows = await this.reader.findTraces(workspaceId, selection.traceIds.slice(0, LOOKED_AT));
      const count = selection.traceIds.length;
      return { eligible: count, sampled: count, characters: await this.averageSize(rows) };
    }
    return this.measureFilter(workspaceId, experimentId, selection);
  }

  private async measureFilter(
    workspaceId: string,
    experimentId: number,
    { filter: text, fromTime, toTime, sampleRate, maxTraces = Infinity }: FilterSelection,
  ): Promise<SelectionSize> {
    const filter = parseFilter(text);
    const fromUnixNano = BigInt(fromTime ?? 0) * NANOS_PER_MS;
    const toUnixNano = toTime === undefined ? END_OF_TIME : BigInt(toTime) * NANOS_PER_MS;
    const place = { workspaceId, experimentIds: [experimentId], fromUnixNano, toUnixNano };
    const asked: typeof place & { filter?: Filter } = { ...place, ...(filter && { filter }) };
    const [row] = await this.analytics.measure({
      ...asked,
      view: 'traces',
      measures: [{ of: 'rows', aggregate: 'sum' }],
      dimensions: [],
      limit: 1,
    });
    const page = await this.reader.searchTraces({ ...asked, order: [], limit: LOOKED_AT });
    const eligible = row?.measures[0] ?? 0;
    const sampled = Math.min(maxTraces, Math.round(eligible * sampleRate));
    return { eligible, sampled, characters: await this.averageSize(page.traces) };
  }

  private async averageSize(rows: readonly TraceRow[]): Promise<number> {
    let total = 0;
    for (const row of rows) {
      const { subject } = await this.subjects.loadRow(row);
      if (subject.level === 'trace') total += sizeOf(subject.trace.inputs) + sizeOf(subject.trace.outputs);
    }
    return rows.length === 0 ? USUAL_CHARACTERS : Math.ceil(total / rows.length);
  }
}

function sizeOf(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}
