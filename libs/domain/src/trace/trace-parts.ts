import type { NormalSpan } from '../span/normal-span.ts';
import { promptText } from '../span/prompt-text.ts';
import type { SpanFacts } from './span-facts.ts';
import type { TraceEntry, TraceEntryKind } from './trace-entry.ts';

/** All that a trace row is computed from, de-duplicated: the newest of each span and of each entry. */
export interface TraceParts {
  /** By span id. */
  readonly spans: Map<string, SpanFacts>;
  /** By `entryId`. */
  readonly entries: Map<string, TraceEntry>;
}

export function emptyTraceParts(): TraceParts {
  return { spans: new Map(), entries: new Map() };
}

export function entryId(kind: TraceEntryKind, key: string): string {
  return `${kind}/${key}`;
}

/** Keeps the newer of two spans with one id. Returns the one that lost, if there were two. */
export function mergeSpan(parts: TraceParts, span: SpanFacts): SpanFacts | undefined {
  const known = parts.spans.get(span.spanId);
  if (known && known.sequence > span.sequence) return span;
  parts.spans.set(span.spanId, span);
  return known;
}

/** Keeps the newer of two entries with one kind and key. */
export function mergeEntry(parts: TraceParts, entry: TraceEntry): void {
  const id = entryId(entry.kind, entry.key);
  const known = parts.entries.get(id);
  if (!known || known.sequence <= entry.sequence) parts.entries.set(id, entry);
}

/** A deletion, by a user or by sampling, is for good: later spans of the trace are dropped, whatever brings them. */
export function isDeleted(parts: TraceParts): boolean {
  return parts.entries.has(DELETION_ID) || isSampledOut(parts);
}

/** Its experiment's sampling rule did not keep it. */
export function isSampledOut(parts: TraceParts): boolean {
  return parts.entries.has(SAMPLED_OUT_ID);
}

/** Key of the `deletion` entry that a user makes. */
export const DELETION_KEY = 'trace';
/** Key of the `deletion` entry that sampling makes. */
export const SAMPLED_OUT_KEY = 'sampling';
const DELETION_ID = entryId('deletion', DELETION_KEY);
const SAMPLED_OUT_ID = entryId('deletion', SAMPLED_OUT_KEY);
const NONE: readonly string[] = [];
const NO_TAGS: ReadonlyMap<string, string> = new Map();

/** The light part of a span. */
export function spanFacts(span: NormalSpan): SpanFacts {
  const { source, meaning } = span;
  const service = source.origin.resource.get('service.name');
  const isRoot = source.parentSpanId === undefined;
  return {
    spanId: source.spanId,
    parentSpanId: source.parentSpanId,
    experimentId: span.experimentId,
    sequence: span.sequence,
    name: source.name,
    startTimeUnixNano: source.startTimeUnixNano,
    endTimeUnixNano: source.endTimeUnixNano,
    statusCode: source.statusCode,
    service: typeof service === 'string' ? service : '',
    model: meaning.model,
    provider: meaning.provider,
    serviceTier: meaning.serviceTier,
    tokens: meaning.tokens,
    cost: meaning.cost,
    sessionId: meaning.sessionId,
    userId: meaning.userId,
    promptVersions: meaning.promptVersions?.map(promptText) ?? NONE,
    loggedModel: meaning.loggedModel,
    requestPreview: isRoot ? span.requestPreview : undefined,
    responsePreview: isRoot ? span.responsePreview : undefined,
    traceTags: meaning.traceTags ?? NO_TAGS,
  };
}
