import { Injectable } from '@nestjs/common';
import { Rejected, type JsonValue, type TraceRow } from '@millrace/domain';
import { BlobStore, TraceReader, type SpanSkeleton, type StoredSpan } from '@millrace/ports';
import type { ScoredSpan, ScoredTrace } from '@millrace/scorers';
import type { JudgedSubject } from '../judging/judged-scorer.ts';
import { BatchedReads, isSmall } from './batched-reads.ts';
import { PayloadBudget } from './payload-budget.ts';
import { ScoredSpans } from './scored-spans.ts';
import { scoredTrace } from './whole-trace.ts';
import { isJudged, SessionTraces } from './session-traces.ts';

/** What a judge is given of one subject at most; more than any model reads. Stated in docs/evaluation.md. */
export const LARGEST_SUBJECT = { spans: 2_000, characters: 8 * 1024 * 1024 } as const;
/** Says on a subject what was left out of it. */
export const CUT_METADATA = 'millrace.subject.cut';

const SPANS_A_READ = 100;
const SKELETON_PAGE = 5_000;
/** Read first of a trace that is too large: scorers look for them by type. */
const PREFERRED_TYPES = new Set(['RETRIEVER', 'TOOL', 'AGENT']);

type Expectations = Readonly<Record<string, JsonValue>>;
const NO_EXPECTATIONS: Expectations = {};

/**
 * What is judged, as it is stored now: payloads whole, large ones fetched from the BlobStore. Of a trace beyond
 * `LARGEST_SUBJECT` the root, then retrievers, tools and agents, then the earliest spans are read; payloads that do not fit are
 * cut, and metadata says so. Throws Unavailable; Rejected('not-found').
 */
@Injectable()
export class SubjectLoader {
  constructor(
    private readonly batched: BatchedReads,
    private readonly reader: TraceReader,
    private readonly blobs: BlobStore,
    private readonly sessions: SessionTraces,
  ) {}

  /** `expectations` win over those that the trace's assessments tell. */
  async loadTrace(
    workspaceId: string,
    traceId: string,
    expectations: Expectations = NO_EXPECTATIONS,
  ): Promise<JudgedSubject> {
    return this.loadRow(await this.batched.trace(workspaceId, traceId), expectations);
  }

  /** The same of a row that was read already. */
  async loadRow(row: TraceRow, expectations: Expectations = NO_EXPECTATIONS): Promise<JudgedSubject> {
    const trace = await this.scoredTrace(row, expectations, LARGEST_SUBJECT.characters);
    const { workspaceId, experimentId, traceId, contentVersion } = row;
    const subject = { level: 'trace', trace } as const;
    return { workspaceId, experimentId, level: 'trace', traceId, version: contentVersion, subject };
  }

  /**
   * Its version rises when any of its traces has more content or another one is added: the sum of theirs, for versions of traces in
   * different shards can't be compared. Those that judges and evaluations made are none of them.
   */
  async loadSession(
    workspaceId: string,
    experimentId: number,
    sessionId: string,
    expectations: Expectations = NO_EXPECTATIONS,
  ): Promise<JudgedSubject> {
    const rows = (await this.sessions.find(workspaceId, experimentId, sessionId)).filter(isJudged);
    return this.loadSessionOf(rows, sessionId, expectations);
  }

  /** The same of traces that were read already, the earliest first. */
  async loadSessionOf(
    rows: readonly TraceRow[],
    sessionId: string,
    expectations: Expectations = NO_EXPECTATIONS,
  ): Promise<JudgedSubject> {
    const [first] = rows;
    if (!first) throw new Rejected(`There is no trace of the session '${sessionId}'.`, 'not-found');
    const characters = Math.floor(LARGEST_SUBJECT.characters / rows.length);
    const traces: ScoredTrace[] = [];
    for (const row of rows) traces.push(await this.scoredTrace(row, expectations, characters));
    const { workspaceId, experimentId, traceId } = first;
    const version = rows.reduce((sum, { contentVersion }) => sum + contentVersion, 0n);
    const subject = { level: 'session', sessionId, traces } as const;
    return { workspaceId, experimentId, level: 'session', traceId, version, subject };
  }

  private async scoredTrace(
    row: TraceRow,
    expectations: Expectations,
    characters: number,
  ): Promise<ScoredTrace> {
    const budget = new PayloadBudget(characters);
    const scored = new ScoredSpans(this.blobs, budget);
    const spans: ScoredSpan[] = [];
    for await (const read of this.readSpans(row)) {
      for (const stored of read) spans.push(await scored.read(stored));
    }
    const trace = scoredTrace(row, spans, expectations);
    const cut = cutOf(row, spans.length, budget);
    return cut === undefined
      ? trace
      : { ...trace, metadata: new Map([...row.metadata, [CUT_METADATA, cut]]) };
  }

  /** A few at a time, for each may hold half a megabyte. */
  private async *readSpans(row: TraceRow): AsyncGenerator<readonly StoredSpan[]> {
    if (isSmall(row)) return yield await this.batched.spans(row);
    if (row.spanCount <= SPANS_A_READ) return yield await this.reader.readSpans(row);
    const ids = await this.chooseSpans(row);
    for (let at = 0; at < ids.length; at += SPANS_A_READ) {
      yield await this.reader.readSpans(row, ids.slice(at, at + SPANS_A_READ));
    }
  }

  private async chooseSpans(row: TraceRow): Promise<readonly string[]> {
    const spans: SpanSkeleton[] = [];
    let after: string | undefined;
    do {
      const window = { limit: SKELETON_PAGE, ...(after !== undefined && { after }) };
      const page = await this.reader.readSkeleton(row, window);
      spans.push(...page.spans);
      after = page.next;
    } while (after !== undefined);
    const rank = ({ parentSpanId, type }: SpanSkeleton) =>
      parentSpanId === undefined ? 0 : PREFERRED_TYPES.has(type) ? 1 : 2;
    return spans
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, LARGEST_SUBJECT.spans)
      .map(({ spanId }) => spanId);
  }
}

function cutOf({ spanCount }: TraceRow, read: number, { cutPayloads }: PayloadBudget): string | undefined {
  const cuts = [
    ...(spanCount > LARGEST_SUBJECT.spans ? [`${read} of ${spanCount} spans`] : []),
    ...(cutPayloads > 0 ? [`the beginnings only of ${cutPayloads} payloads`] : []),
  ];
  return cuts.length === 0 ? undefined : `too large to be judged whole: ${cuts.join(', ')}`;
}
