import { Injectable } from '@nestjs/common';
import { MaskingDirectory, requireMasker, type Maskers } from '@millrace/access';
import { maskEntry, MaskingTally, TraceMasking } from '@millrace/masking';
import { rewriteTraces } from '@millrace/otlp';
import {
  encodeEntriesRecord,
  encodeSpansRecord,
  logKey,
  SpanLog,
  type EntryChange,
  type LogRecord,
  type TraceRecordHeader,
} from '@millrace/ports';

/** What is to be told of a trace: entries, or spans as TracesData. */
export type Telling = { readonly header: TraceRecordHeader } & (
  { readonly entries: readonly EntryChange[] } | { readonly spans: Uint8Array }
);

/** The log for whoever tells of traces: what the rules of their experiment don't let be stored is taken out first (docs/adr/0023). */
@Injectable()
export class MaskedLog {
  constructor(
    private readonly log: SpanLog,
    private readonly directory: MaskingDirectory,
  ) {}

  /** Durable on return. Throws what SpanLog throws, and Unavailable while the rules can't be known. */
  async append(tellings: readonly Telling[]): Promise<void> {
    if (tellings.length === 0) return;
    const maskers = await this.directory.maskers();
    await this.log.append(tellings.map((telling) => this.toRecord(telling, maskers)));
  }

  /** As they will be stored. Throws Unavailable. */
  async mask(experimentId: number, entries: readonly EntryChange[]): Promise<readonly EntryChange[]> {
    return this.maskEntries(experimentId, entries, await this.directory.maskers());
  }

  private toRecord(telling: Telling, maskers: Maskers): LogRecord {
    const { header } = telling;
    const { workspaceId, experimentId, traceId } = header;
    const value =
      'spans' in telling
        ? encodeSpansRecord(header, [this.maskSpans(experimentId, telling.spans, maskers)])
        : encodeEntriesRecord(header, this.maskEntries(experimentId, telling.entries, maskers));
    return { key: logKey(workspaceId, traceId), value };
  }

  private maskEntries(
    experimentId: number,
    entries: readonly EntryChange[],
    maskers: Maskers,
  ): readonly EntryChange[] {
    const masker = requireMasker(maskers, experimentId);
    if (!masker) return entries;
    const tally = new MaskingTally();
    const masked = entries.map((entry) => maskEntry(entry, masker, tally));
    this.directory.count(masker, tally);
    return masked;
  }

  private maskSpans(experimentId: number, spans: Uint8Array, maskers: Maskers): Uint8Array {
    const masker = requireMasker(maskers, experimentId);
    if (!masker) return spans;
    const masking = new TraceMasking(masker);
    const masked = rewriteTraces(spans, masking);
    this.directory.count(masker, masking.total);
    return masked;
  }
}
