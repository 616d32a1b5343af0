import { foldAssessments } from '../assessment/fold-assessments.ts';
import { isContent } from './completion.ts';
import type { SpanFacts } from './span-facts.ts';
import type { TraceEntry, TraceEntryKind, TraceInfoKey } from './trace-entry.ts';
import { entryId, type TraceParts } from './trace-parts.ts';
import type { TraceRow, TraceState } from './trace-row.ts';
import { fromMlflowCost, sumCosts, toMlflowCost } from './trace-cost.ts';
import { fromMlflowTokenUsage, sumTokens, toMlflowTokenUsage } from './trace-tokens.ts';

const NANOS_PER_MS = 1_000_000n;
const TRACE_NAME_TAG = 'mlflow.traceName';
const SESSION_METADATA = 'mlflow.trace.session';
const USER_METADATA = 'mlflow.trace.user';
const TOKEN_USAGE_METADATA = 'mlflow.trace.tokenUsage';
const MODEL_METADATA = 'mlflow.modelId';
const COST_METADATA = 'mlflow.trace.cost';

/**
 * The row of a trace from its parts: pure, and blind to the order and repetition of what arrived.
 * What start-trace said wins over what spans say (mlflow/WIRE.md 6.1); a trace may have no span yet.
 */
export function computeTrace(
  key: { readonly workspaceId: string; readonly traceId: string },
  parts: TraceParts,
): TraceRow {
  const survey = surveySpans(parts);
  const info = (name: TraceInfoKey): string | undefined => parts.entries.get(entryId('info', name))?.value;
  const { root } = survey;
  const tags = new Map([
    ...survey.traceTags,
    ...(root ? [[TRACE_NAME_TAG, root.name] as const, ...root.traceTags] : []),
  ]);
  overlay(tags, parts, 'tag');
  const metadata = traceMetadata(parts, survey);
  const tokens = traceTokens(parts, metadata);
  const cost = traceCost(parts, metadata);
  const state = info('state');
  return {
    ...key,
    experimentId: root?.experimentId ?? toInteger(info('experimentId')) ?? survey.firstExperimentId ?? 0,
    ...versionsOf(parts),
    name: tags.get(TRACE_NAME_TAG) ?? '',
    state: isState(state) ? state : stateOf(root),
    ...traceTimes(survey, info),
    rootSpanId: root?.spanId,
    isRootEnded: root !== undefined || (isState(state) && state !== 'IN_PROGRESS'),
    spanCount: parts.spans.size,
    errorCount: survey.errorCount,
    services: [...survey.services].sort(),
    models: [...survey.models].sort(),
    tokens,
    cost,
    sessionId: metadata.get(SESSION_METADATA),
    userId: metadata.get(USER_METADATA),
    clientRequestId: info('clientRequestId'),
    requestPreview: info('requestPreview') ?? root?.requestPreview,
    responsePreview: info('responsePreview') ?? root?.responsePreview,
    tags,
    metadata,
    assessments: foldAssessments(parts.entries.values()),
    promptVersions: [...union(survey.promptVersions, overlay(new Map(), parts, 'prompt').keys())].sort(),
    loggedModels: [...union(survey.loggedModels, given(metadata.get(MODEL_METADATA)))].sort(),
    runIds: [...overlay(new Map(), parts, 'run').keys()].sort(),
    minSpanStartUnixNano: survey.minStart,
    maxSpanStartUnixNano: survey.maxStart,
    spanExperimentIds: [...survey.experimentIds].sort((a, b) => a - b),
  };
}

/** What spans say, below what was told of the trace. */
function traceMetadata(parts: TraceParts, { root, sessionId, userId }: SpanSurvey): Map<string, string> {
  const metadata = new Map<string, string>();
  setIfGiven(metadata, SESSION_METADATA, root?.sessionId ?? sessionId);
  setIfGiven(metadata, USER_METADATA, root?.userId ?? userId);
  setIfGiven(metadata, MODEL_METADATA, root?.loggedModel);
  return overlay(metadata, parts, 'metadata');
}

interface SpanSurvey {
  root: SpanFacts | undefined;
  minStart: bigint | undefined;
  maxStart: bigint | undefined;
  maxEnd: bigint | undefined;
  errorCount: number;
  sessionId: string | undefined;
  userId: string | undefined;
  firstExperimentId: number | undefined;
  readonly services: Set<string>;
  readonly models: Set<string>;
  readonly traceTags: Map<string, string>;
  readonly promptVersions: Set<string>;
  readonly loggedModels: Set<string>;
  readonly experimentIds: Set<number>;
}

/** One walk over the spans in order of start, so that "first" means the same whatever order they came in. */
function surveySpans(parts: TraceParts): SpanSurvey {
  const survey: SpanSurvey = {
    root: undefined,
    minStart: undefined,
    maxStart: undefined,
    maxEnd: undefined,
    errorCount: 0,
    sessionId: undefined,
    userId: undefined,
    firstExperimentId: undefined,
    services: new Set(),
    models: new Set(),
    traceTags: new Map(),
    promptVersions: new Set(),
    loggedModels: new Set(),
    experimentIds: new Set(),
  };
  for (const span of [...parts.spans.values()].sort(byStart)) {
    if (span.parentSpanId === undefined) survey.root ??= span;
    survey.minStart ??= span.startTimeUnixNano;
    survey.maxStart = span.startTimeUnixNano;
    if (survey.maxEnd === undefined || span.endTimeUnixNano > survey.maxEnd)
      survey.maxEnd = span.endTimeUnixNano;
    if (span.statusCode === 2) survey.errorCount += 1;
    survey.sessionId ??= span.sessionId;
    survey.userId ??= span.userId;
    survey.firstExperimentId ??= span.experimentId;
    if (span.service !== '') survey.services.add(span.service);
    if (span.model !== undefined) survey.models.add(span.model);
    for (const [key, tag] of span.traceTags) if (!survey.traceTags.has(key)) survey.traceTags.set(key, tag);
    for (const prompt of span.promptVersions) survey.promptVersions.add(prompt);
    if (span.loggedModel !== undefined) survey.loggedModels.add(span.loggedModel);
    survey.experimentIds.add(span.experimentId);
  }
  return survey;
}

function byStart(a: SpanFacts, b: SpanFacts): number {
  if (a.startTimeUnixNano !== b.startTimeUnixNano) return a.startTimeUnixNano < b.startTimeUnixNano ? -1 : 1;
  return a.spanId < b.spanId ? -1 : 1;
}

function traceTimes(survey: SpanSurvey, info: (name: TraceInfoKey) => string | undefined) {
  const requestMs = toInteger(info('requestTimeMs'));
  const durationMs = toInteger(info('durationMs'));
  const start = survey.minStart;
  const spanned = start === undefined || survey.maxEnd === undefined ? 0n : survey.maxEnd - start;
  return {
    requestTimeUnixNano: requestMs === undefined ? (start ?? 0n) : BigInt(requestMs) * NANOS_PER_MS,
    durationNano: durationMs === undefined ? spanned : BigInt(durationMs) * NANOS_PER_MS,
  };
}

/** Start-trace's own count wins; else the sum over spans, which is then told in MLflow's spelling too. */
function traceTokens(parts: TraceParts, metadata: Map<string, string>) {
  const told = metadata.get(TOKEN_USAGE_METADATA);
  if (told !== undefined) return fromMlflowTokenUsage(told) ?? sumTokens(parts.spans);
  const sum = sumTokens(parts.spans);
  if (sum) metadata.set(TOKEN_USAGE_METADATA, toMlflowTokenUsage(sum));
  return sum;
}

/** The same for what it cost. */
function traceCost(parts: TraceParts, metadata: Map<string, string>) {
  const told = metadata.get(COST_METADATA);
  if (told !== undefined) return fromMlflowCost(told) ?? sumCosts(parts.spans);
  const sum = sumCosts(parts.spans);
  if (sum) metadata.set(COST_METADATA, toMlflowCost(sum));
  return sum;
}

function versionsOf(parts: TraceParts): Pick<TraceRow, 'version' | 'contentVersion'> {
  return {
    version: latestSequence(parts, ({ kind }) => kind !== 'completion'),
    contentVersion: latestSequence(parts, isContent),
  };
}

/** Of its spans, and of the entries that count. */
function latestSequence(parts: TraceParts, counts: (entry: TraceEntry) => boolean): bigint {
  let latest = 0n;
  for (const span of parts.spans.values()) if (span.sequence > latest) latest = span.sequence;
  for (const entry of parts.entries.values()) {
    if (entry.sequence > latest && counts(entry)) latest = entry.sequence;
  }
  return latest;
}

/** Puts the entries of a kind over `base`; a deleted key goes away. */
function overlay(base: Map<string, string>, parts: TraceParts, kind: TraceEntryKind): Map<string, string> {
  for (const entry of parts.entries.values()) {
    if (entry.kind !== kind) continue;
    if (entry.value === undefined) base.delete(entry.key);
    else base.set(entry.key, entry.value);
  }
  return base;
}

function union(a: ReadonlySet<string>, b: Iterable<string>): Set<string> {
  return new Set([...a, ...b]);
}

function given(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

function stateOf(root: SpanFacts | undefined): TraceState {
  if (!root) return 'IN_PROGRESS';
  return root.statusCode === 2 ? 'ERROR' : 'OK';
}

function isState(text: string | undefined): text is TraceState {
  return text === 'OK' || text === 'ERROR' || text === 'IN_PROGRESS';
}

function toInteger(text: string | undefined): number | undefined {
  if (text === undefined || !/^-?\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

function setIfGiven(target: Map<string, string>, key: string, value: string | undefined): void {
  if (value !== undefined) target.set(key, value);
}
