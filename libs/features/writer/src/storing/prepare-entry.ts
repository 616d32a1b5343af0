import type { PriceDirectory } from '@millrace/access';
import { deriveSpan } from '@millrace/conventions';
import {
  clampTimes,
  Rejected,
  type AttributeValue,
  type BlobReference,
  type NormalSpan,
  type OtlpSpan,
  type PriceOverride,
  type SpanMeaning,
  type SpanPayload,
  type TraceEntry,
} from '@millrace/domain';
import { decodeAnyValue, decodeTraces } from '@millrace/otlp';
import {
  BlobStore,
  decodeTraceRecord,
  type BlobClaim,
  type LogEntry,
  type TraceRecord,
} from '@millrace/ports';
import { costOf } from './reprice-trace.ts';
import { referToResourceBlobs } from './refer-to-blobs.ts';

/** A log entry made ready for storage. */
export interface PreparedEntry {
  readonly shard: number;
  readonly log: LogEntry;
  readonly record: TraceRecord;
  readonly spans: readonly NormalSpan[];
  readonly entries: readonly TraceEntry[];
}

/** What a record leaves out. */
export interface PreparationSources {
  readonly blobs: BlobStore;
  readonly prices: PriceDirectory;
}

/** Decodes a log entry and gives its spans their meaning. Throws Rejected for a poison record, Unavailable when a blob can't be read. */
export async function prepareEntry(
  shard: number,
  log: LogEntry,
  { blobs, prices }: PreparationSources,
): Promise<PreparedEntry> {
  const record = decodeTraceRecord(log.value);
  const base = { shard, log, record };
  switch (record.kind) {
    case 'barrier':
    case 'reprice':
      return { ...base, spans: [], entries: [] };
    case 'entries':
      return {
        ...base,
        spans: [],
        entries: record.entries.map(({ kind, key, value }) => ({ kind, key, value, sequence: log.sequence })),
      };
    case 'spans': {
      const ofSpans = record.blobs.filter(({ spanId }) => spanId !== '');
      const claimed = ofSpans.length === 0 ? NO_CLAIMS : await readClaims(ofSpans, blobs);
      const spans = prepareSpans(record, log.sequence, claimed);
      return { ...base, spans: await withCosts(spans, prices), entries: [] };
    }
  }
}

/** Most spans call no model: they ask for no price. */
async function withCosts(
  spans: readonly NormalSpan[],
  prices: PriceDirectory,
): Promise<readonly NormalSpan[]> {
  const [first] = spans;
  if (!first || !spans.some(isPriced)) return spans;
  const known = prices.overridesOf(first.workspaceId);
  const overrides = 'then' in known ? await known : known;
  return spans.map((span) => (isPriced(span) ? withCost(span, overrides) : span));
}

function isPriced({ meaning }: NormalSpan): boolean {
  return meaning.tokens !== undefined && meaning.model !== undefined && meaning.cost === undefined;
}

function withCost(span: NormalSpan, overrides: readonly PriceOverride[]): NormalSpan {
  const { startTimeUnixNano } = span.source;
  const { model, provider, tokens, serviceTier } = span.meaning;
  const cost = costOf(
    { model, provider, tokens, serviceTier, cost: undefined, startTimeUnixNano },
    overrides,
  );
  return cost ? { ...span, meaning: { ...span.meaning, cost } } : span;
}

interface ClaimedSpan {
  readonly values: Map<string, AttributeValue>;
  readonly references: Map<string, BlobReference>;
}

const NO_CLAIMS: ReadonlyMap<string, ClaimedSpan> = new Map();
const NO_REFERENCES: ReadonlyMap<string, BlobReference> = new Map();

async function readClaims(
  claims: readonly BlobClaim[],
  blobs: BlobStore,
): Promise<ReadonlyMap<string, ClaimedSpan>> {
  const bySpan = new Map<string, ClaimedSpan>();
  for (const { spanId, attribute, blob, bytes } of claims) {
    const claimed = bySpan.get(spanId) ?? { values: new Map(), references: new Map() };
    bySpan.set(spanId, claimed);
    claimed.values.set(attribute, decodeAnyValue(await blobs.get(blob)));
    claimed.references.set(attribute, { blob, bytes });
  }
  return bySpan;
}

function prepareSpans(
  record: Extract<TraceRecord, { kind: 'spans' }>,
  sequence: bigint,
  claimed: ReadonlyMap<string, ClaimedSpan>,
): NormalSpan[] {
  const decoded = referToResourceBlobs(decodeTraces(record.otlp), record.blobs);
  for (const span of decoded) {
    if (span.traceId !== record.traceId) {
      throw new Rejected(`a record of trace ${record.traceId} holds a span of trace ${span.traceId}`);
    }
  }
  return lastOfEachId(decoded).map((span) => normalSpan(span, record, sequence, claimed.get(span.spanId)));
}

/** Within one record the last word on a span counts: all of it has one sequence, so storage could not tell. */
function lastOfEachId(spans: readonly OtlpSpan[]): readonly OtlpSpan[] {
  if (spans.length === 1) return spans;
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  return byId.size === spans.length ? spans : [...byId.values()];
}

function normalSpan(
  sent: OtlpSpan,
  record: TraceRecord,
  sequence: bigint,
  claimed: ClaimedSpan | undefined,
): NormalSpan {
  const { span: source, faults } = clampTimes(sent, record.receivedAt);
  const derived = deriveSpan(source, claimed?.values);
  const references = claimed?.references ?? NO_REFERENCES;
  const allFaults = [...faults, ...(derived.meaning.faults ?? [])];
  return {
    workspaceId: record.workspaceId,
    experimentId: record.experimentId,
    sequence,
    receivedAt: record.receivedAt,
    source,
    meaning: {
      ...withoutLargeTexts(derived.meaning, references),
      ...(derived.traceTags.size > 0 && { traceTags: derived.traceTags }),
      ...(allFaults.length > 0 && { faults: allFaults }),
    },
    blobs: references,
    requestPreview: derived.requestPreview,
    responsePreview: derived.responsePreview,
  };
}

/** Of a payload that stays in the BlobStore the row keeps this many characters. */
const KEPT_CHARACTERS = 10_000;

function withoutLargeTexts(
  meaning: SpanMeaning,
  references: ReadonlyMap<string, BlobReference>,
): SpanMeaning {
  if (references.size === 0) return meaning;
  const shorten = (payload: SpanPayload): SpanPayload =>
    payload.attribute !== undefined && references.has(payload.attribute)
      ? { ...payload, text: payload.text.slice(0, KEPT_CHARACTERS) }
      : payload;
  return {
    ...meaning,
    ...(meaning.inputs && { inputs: shorten(meaning.inputs) }),
    ...(meaning.outputs && { outputs: shorten(meaning.outputs) }),
    ...(meaning.tools && { tools: shorten(meaning.tools) }),
    ...(meaning.documents && { documents: shorten(meaning.documents) }),
  };
}
