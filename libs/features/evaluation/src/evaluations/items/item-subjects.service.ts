import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { findRecord, type DatasetRecord } from '@millrace/datasets';
import { parseTraceId, Rejected, type JsonValue } from '@millrace/domain';
import { JobPostponed, READ_BARRIER_MS, SpanLog } from '@millrace/ports';
import { TraceChangesService } from '@millrace/trace-access';
import type { JudgedSubject } from '../../judging/judged-scorer.ts';
import { SubjectLoader } from '../../subjects/subject-loader.ts';
import type { Evaluation, EvaluationItem } from '../evaluation.ts';
import { RecordAnswers, type RecordPlace } from './record-answers.service.ts';
import { recordTraceId } from './record-traces.ts';

/** What a row is about, or why it can't be judged. */
export type LoadedItem =
  | { readonly kind: 'ready'; readonly subject: JudgedSubject }
  | { readonly kind: 'missing'; readonly reason: string };

/** Until a trace that was just made can be read. */
const READ_AGAIN_MS = 1_000;

/** From rows of the ledger to what is judged, as it is stored now. */
@Injectable()
export class ItemSubjects {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: SubjectLoader,
    private readonly changes: TraceChangesService,
    private readonly answers: RecordAnswers,
    private readonly log: SpanLog,
  ) {}

  /** Throws Unavailable, JobPostponed, Rejected for a record that can't be answered, BudgetSpent. */
  async load(evaluation: Evaluation, item: EvaluationItem, stop: AbortSignal): Promise<LoadedItem> {
    const { workspaceId, experimentId, selection } = evaluation;
    if (item.kind === 'session') {
      const found = await ifFound(this.subjects.loadSession(workspaceId, experimentId, item.subject));
      return found ?? missing('the session was deleted');
    }
    if (item.kind === 'trace') {
      const found = await ifFound(this.subjects.loadTrace(workspaceId, item.subject));
      return found ?? missing('the trace was deleted');
    }
    if (selection.kind !== 'dataset') return missing('there is no data set');
    const record = await askDatabase(this.dataSource, (manager) =>
      findRecord(manager, selection.datasetId, item.subject),
    );
    return record
      ? this.loadRecord({ evaluation, item, selection }, record, stop)
      : missing('the record was deleted');
  }

  /** The trace belongs to the run from now on; a session by its first trace. */
  async link({ workspaceId, runId }: Evaluation, { traceId }: JudgedSubject): Promise<void> {
    await this.changes.linkToRun(workspaceId, [traceId], runId);
  }

  private async loadRecord(
    place: RecordPlace,
    record: DatasetRecord,
    stop: AbortSignal,
  ): Promise<LoadedItem> {
    const { evaluation, selection } = place;
    const { workspaceId } = evaluation;
    const { expectations, outputs } = record;
    const source = record.traceId === undefined ? undefined : parseTraceId(record.traceId);
    if (!selection.task && source !== undefined) {
      const found = await ifFound(this.subjects.loadTrace(workspaceId, source, expectations));
      if (found) return found;
    }
    if (!selection.task && outputs === undefined) {
      return missing(
        source === undefined
          ? 'needs outputs, a trace or a task'
          : 'its trace was deleted and it has no outputs',
      );
    }
    const made = await this.findMade(evaluation, record.id, expectations);
    if (made) return made;
    await this.answers.make(place, record, stop);
    return (await this.findMade(evaluation, record.id, expectations)) ?? Promise.reject(new JobPostponed(READ_AGAIN_MS)); // prettier-ignore
  }

  private async findMade(
    { id, workspaceId }: Evaluation,
    recordId: string,
    expectations: Readonly<Record<string, JsonValue>>,
  ): Promise<LoadedItem | undefined> {
    await this.log.barrier({ timeoutMs: READ_BARRIER_MS });
    return ifFound(this.subjects.loadTrace(workspaceId, recordTraceId(id, recordId), expectations));
  }
}

/** Undefined for what is not there. */
async function ifFound(loading: Promise<JudgedSubject>): Promise<LoadedItem | undefined> {
  try {
    return { kind: 'ready', subject: await loading };
  } catch (error) {
    if (error instanceof Rejected && error.reason === 'not-found') return undefined;
    throw error;
  }
}

function missing(reason: string): LoadedItem {
  return { kind: 'missing', reason };
}
