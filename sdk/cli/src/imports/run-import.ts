import type { Session } from '../connection/session.ts';
import { startProgress } from '../output/progress.ts';
import {
  isRefusal,
  type ImportedItem,
  type ImportSource,
  type Refusal,
  type ResourceSpans,
} from './import-source.ts';
import type { Journal } from './journal.ts';
import { TraceSender } from './trace-sender.ts';

/** Of a request, before it is compressed; Millrace takes 64 MiB. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_ITEMS = 500;
const TOLD_AT_ONCE = 8;
/** What was read longer ago is sent, so that little is read again after an interruption however slow the source is. */
const LONGEST_HELD_MS = 10_000;

export interface ImportCounts {
  spansRead: number;
  spansSent: number;
  spansRefused: number;
  /** Of which was told more than their spans: tags, assessments, times. */
  tracesTold: number;
  readonly refusals: Refusal[];
}

interface Packed {
  readonly item: ImportedItem;
  readonly pieces: readonly string[];
  readonly spans: number;
}

/** Brings over what a source has. A trace that Millrace refuses a part of is named; nothing is left out silently. */
export async function runImport(
  session: Session,
  source: ImportSource,
  target: { readonly experimentId: string; readonly journal: Journal },
): Promise<ImportCounts> {
  const counts: ImportCounts = { spansRead: 0, spansSent: 0, spansRefused: 0, tracesTold: 0, refusals: [] };
  const sender = new TraceSender(session.millrace, session.terminal.signal);
  const progress = startProgress(session.terminal, 'importing', source.unit);
  let batch: Packed[] = [];
  let bytes = 0;
  let heldSince = Date.now();
  const flush = async () => {
    await sendBatch(batch, sender, { experimentId: target.experimentId, counts });
    const last = batch.at(-1);
    if (last) target.journal.save(last.item.cursor);
    [batch, bytes, heldSince] = [[], 0, Date.now()];
  };
  try {
    for await (const item of source.items(target.journal.read())) {
      session.terminal.signal.throwIfAborted();
      progress.update(source.done(), source.total());
      if (isRefusal(item)) {
        counts.refusals.push(item);
        continue;
      }
      const packed = pack(item);
      counts.spansRead += packed.spans;
      const size = packed.pieces.reduce((sum, piece) => sum + piece.length, 0);
      const isFull = batch.length >= MOST_ITEMS || (batch.length > 0 && bytes + size > MOST_BYTES);
      if (isFull || Date.now() - heldSince > LONGEST_HELD_MS) await flush();
      batch.push(packed);
      bytes += size;
    }
    await flush();
  } finally {
    progress.stop();
  }
  target.journal.remove();
  return counts;
}

function pack(item: ImportedItem): Packed {
  const spans = item.spans.reduce((sum, spansOf) => sum + countSpans(spansOf), 0);
  return { item, spans, pieces: item.spans.map((spansOf) => JSON.stringify(spansOf)) };
}

function countSpans({ scopeSpans = [] }: ResourceSpans): number {
  return scopeSpans.reduce((sum, { spans = [] }) => sum + spans.length, 0);
}

interface Outcome {
  readonly experimentId: string;
  readonly counts: ImportCounts;
}

async function sendBatch(batch: readonly Packed[], sender: TraceSender, outcome: Outcome): Promise<void> {
  const places = byExperiment(batch, outcome.experimentId);
  for (const [experimentId, packed] of places) {
    const whole = await sendTogether(packed, sender, { ...outcome, experimentId });
    for (let at = 0; at < whole.length; at += TOLD_AT_ONCE) {
      const some = whole.slice(at, at + TOLD_AT_ONCE);
      await Promise.all(some.map(({ item }) => tell(item, sender, { ...outcome, experimentId })));
    }
  }
}

function byExperiment(batch: readonly Packed[], usual: string): Map<string, Packed[]> {
  const places = new Map<string, Packed[]>();
  for (const packed of batch) {
    const place = packed.item.experimentId ?? usual;
    places.set(place, [...(places.get(place) ?? []), packed]);
  }
  return places;
}

/** The items of which all spans were taken. Where some were not, each is sent alone, to know which. */
async function sendTogether(
  batch: readonly Packed[],
  sender: TraceSender,
  outcome: Outcome,
): Promise<readonly Packed[]> {
  const { counts, experimentId } = outcome;
  const pieces = batch.flatMap((packed) => packed.pieces);
  const spans = batch.reduce((sum, packed) => sum + packed.spans, 0);
  if (spans === 0) return batch;
  const { refused, why } = await sender.sendSpans(pieces, experimentId);
  if (refused === 0) {
    counts.spansSent += spans;
    return batch;
  }
  const [only] = batch;
  if (batch.length > 1 || !only) {
    const alone = [];
    for (const packed of batch) alone.push(...(await sendTogether([packed], sender, outcome)));
    return alone;
  }
  const lost = Math.min(refused, spans);
  counts.spansRefused += lost;
  counts.spansSent += spans - lost;
  counts.refusals.push({ what: nameOf(only.item), why: `${lost} of ${spans} spans: ${why}` });
  return [];
}

async function tell(
  item: ImportedItem,
  sender: TraceSender,
  { counts, experimentId }: Outcome,
): Promise<void> {
  if (!item.info) return;
  const why = await sender.tell(item.info, experimentId);
  if (why === undefined) counts.tracesTold += 1;
  else counts.refusals.push({ what: nameOf(item), why });
}

function nameOf({ info, cursor }: ImportedItem): string {
  return info ? `trace ${info.trace_id}` : cursor;
}
