import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { findRecordInputs } from '@millrace/datasets';
import { TraceReader } from '@millrace/ports';
import type { Evaluation } from '../evaluation.ts';
import type { JudgedItem } from './read-items.ts';

/** A row of the ledger with the beginning of what was asked. */
export interface PreviewedItem extends JudgedItem {
  /** Absent for sessions, and where the trace or the record is not there any more. */
  readonly requestPreview: string | undefined;
}

/** As long as those of traces are. */
const PREVIEW_LENGTH = 1_000;

/** What rows of a ledger were asked: of the trace, or of the record as long as it has no trace. Throws Unavailable. */
@Injectable()
export class ItemPreviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: TraceReader,
  ) {}

  async add(evaluation: Evaluation, items: readonly JudgedItem[]): Promise<PreviewedItem[]> {
    const [ofTraces, ofRecords] = await Promise.all([
      this.readTraces(evaluation, items),
      this.readRecords(evaluation, items),
    ]);
    return items.map((each) => ({
      ...each,
      requestPreview: ofTraces.get(each.item.traceId ?? '') ?? ofRecords.get(each.item.subject),
    }));
  }

  private async readTraces(
    { workspaceId }: Evaluation,
    items: readonly JudgedItem[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = items.flatMap(({ item: { kind, traceId } }) =>
      kind === 'session' || traceId === undefined ? [] : [traceId],
    );
    if (ids.length === 0) return new Map();
    const rows = await this.reader.findTraces(workspaceId, ids);
    return new Map(
      rows.flatMap(({ traceId, requestPreview: text }) => (text === undefined ? [] : [[traceId, text]])),
    );
  }

  private async readRecords(
    { selection }: Evaluation,
    items: readonly JudgedItem[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = items.flatMap(({ item: { kind, traceId, subject } }) =>
      kind === 'record' && traceId === undefined ? [subject] : [],
    );
    if (selection.kind !== 'dataset' || ids.length === 0) return new Map();
    const { datasetId } = selection;
    const inputs = await askDatabase(this.dataSource, (manager) => findRecordInputs(manager, datasetId, ids));
    return new Map(
      [...inputs].map(([id, value]) => [id, JSON.stringify(value).slice(0, PREVIEW_LENGTH)] as const),
    );
  }
}
