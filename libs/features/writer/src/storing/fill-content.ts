import { spanFacts, spanOfContent, type SpanFacts, type TraceEntry } from '@millrace/domain';
import { BlobStore, SpanStore } from '@millrace/ports';
import { ContentTexts } from './content-texts.ts';
import type { PendingBatch, TraceChange } from './pending-batch.ts';
import type { CachedTrace } from './trace-cache.ts';
import { IN_STORAGE, type SpanWithContent } from './span-with-content.ts';
import { WholeSpans } from './whole-spans.ts';
import { withContent } from './with-content.ts';

/** A change and the trace it belongs to. */
export interface TraceAndChange {
  readonly change: TraceChange;
  readonly trace: CachedTrace;
}

/**
 * Gives spans the content that came for them as log records, whichever came first (docs/adr/0007): a span that a change brings, or
 * that its records belong to, is added to the batch once more, with its meaning derived anew and the sequence of the latest of both.
 */
export async function fillContent(
  changes: readonly TraceAndChange[],
  batch: PendingBatch,
  store: SpanStore,
  blobs: BlobStore,
): Promise<void> {
  const waiting = changes.flatMap(spansWithContent);
  if (waiting.length === 0) return;
  const texts = await ContentTexts.read(waiting, store, blobs);
  const spans = await WholeSpans.find(waiting, batch, store);
  for (const { change, facts, entries } of waiting) {
    const span = spans.get(change, facts);
    // Retention took it: its content stays an entry of the trace.
    if (!span) continue;
    const filled = withContent(span, entries, (key) => texts.get(change, key));
    batch.rows.addSpan(filled);
    change.spans.push(spanFacts(filled));
  }
}

/** Lets go of texts that are stored now: a prompt would stay in memory as long as its trace. */
export function forgetContent({ parts }: CachedTrace): void {
  for (const [id, entry] of parts.entries) {
    if (entry.kind === 'content' && entry.value !== IN_STORAGE)
      parts.entries.set(id, { ...entry, value: IN_STORAGE });
  }
}

function spansWithContent({ change, trace: { parts } }: TraceAndChange): SpanWithContent[] {
  const brought = change.entries.filter(isContent);
  if (brought.length === 0 && change.spans.length === 0) return [];
  const known = parts.entries.size === 0 ? [] : [...parts.entries.values()].filter(isContent);
  if (brought.length + known.length === 0) return [];
  const byKey = new Map([...brought, ...known].map((entry) => [entry.key, entry]));
  const bySpan = Map.groupBy(byKey.values(), spanOfContent);
  const changed = new Set([...brought.map(spanOfContent), ...change.spans.map(({ spanId }) => spanId)]);
  return [...changed].flatMap((spanId): SpanWithContent[] => {
    const facts = newest([parts.spans.get(spanId), ...change.spans.filter((span) => span.spanId === spanId)]);
    const entries = bySpan.get(spanId);
    return facts && entries ? [{ change, facts, entries }] : [];
  });
}

function isContent({ kind }: TraceEntry): boolean {
  return kind === 'content';
}

function newest(spans: readonly (SpanFacts | undefined)[]): SpanFacts | undefined {
  return spans.reduce((best, span) =>
    best && span && best.sequence > span.sequence ? best : (span ?? best),
  );
}
