import {
  attributeText,
  type AttributeValue,
  type OtlpSpan,
  type PromptVersion,
  type SpanMeaning,
  type SpanPayload,
  type TokenUsage,
} from '@millrace/domain';
import type { PayloadTarget } from './convention.ts';
import { newDraft, note, type Draft, type UsageDraft } from './draft.ts';
import { modelInPayload } from './model-in-payload.ts';
import { sinceStart } from './read-first-token.ts';
import { CONVENTIONS } from './registry.ts';
import { RANKS_PER_CONVENTION, RULES, TARGETS } from './rules.ts';
import { tagsOf } from './tags-of.ts';
import { disjointTokens } from './tokens/disjoint-tokens.ts';
import { readBill } from './tokens/read-bill.ts';

/**
 * What a span means, whatever convention it was written in; never throws, faults say what was unusable. `large` holds the values
 * of attributes that the span carries without one.
 */
export function translate(span: OtlpSpan, large?: ReadonlyMap<string, AttributeValue>): SpanMeaning {
  let draft: Draft | undefined;
  for (const [key, sent] of span.attributes) {
    const rules = RULES.get(key);
    if (rules === undefined) continue;
    const value = sent ?? large?.get(key) ?? null;
    if (value === null) continue;
    draft ??= newDraft();
    for (const rule of rules) note(draft, rule, key, value);
  }
  return draft ? finish(draft, span) : NO_MEANING;
}

/** Most spans of a service with other instrumentation are none of ours; they cost no allocation. */
const NO_MEANING: SpanMeaning = { type: 'UNKNOWN' };

const TYPE = TARGETS.indexOf('type');
const INPUTS = TARGETS.indexOf('inputs');
const OUTPUTS = TARGETS.indexOf('outputs');
const MODEL = TARGETS.indexOf('model');
const PROVIDER = TARGETS.indexOf('provider');
const TOOLS = TARGETS.indexOf('tools');
const DOCUMENTS = TARGETS.indexOf('documents');
const FIRST_TOKEN = TARGETS.indexOf('timeToFirstToken');
const PROMPT_NAME = TARGETS.indexOf('promptName');
const PROMPT_VERSION = TARGETS.indexOf('promptVersion');
/** Further targets whose text goes into the meaning as it is. */
const TEXTS = (['sessionId', 'userId', 'messageFormat', 'loggedModel'] as const).map(
  (field) => [field, TARGETS.indexOf(field)] as const,
);

type Meaning = { -readonly [K in keyof SpanMeaning]: SpanMeaning[K] };

function finish(draft: Draft, span: OtlpSpan): SpanMeaning {
  const type = textAt(draft, TYPE) ?? 'UNKNOWN';
  const meaning: Meaning = { type };
  const inputs = payloadAt(draft, INPUTS) ?? assembled(draft, span, 'inputs');
  if (inputs) meaning.inputs = inputs;
  const outputs = payloadAt(draft, OUTPUTS) ?? assembled(draft, span, 'outputs');
  if (outputs) meaning.outputs = outputs;
  const model = textAt(draft, MODEL) ?? modelInPayload(type, inputs, outputs);
  if (model !== undefined) meaning.model = model;
  const provider = textAt(draft, PROVIDER);
  if (provider !== undefined) meaning.provider = provider;
  const tokens = draft.usages.length > 0 ? tokensOf(draft, span, model) : undefined;
  if (tokens) meaning.tokens = tokens;
  for (const [field, target] of TEXTS) {
    const text = textAt(draft, target);
    if (text !== undefined) meaning[field] = text;
  }
  const format = meaning.messageFormat ?? formatOf(draft);
  if (format !== undefined) meaning.messageFormat = format;
  const tools = payloadAt(draft, TOOLS);
  if (tools) meaning.tools = tools;
  const documents = payloadAt(draft, DOCUMENTS);
  if (documents) meaning.documents = documents;
  if (draft.hasBill) readBill(meaning, span.attributes, draft.faults);
  finishFirstToken(meaning, draft, span);
  const prompts = promptsOf(draft);
  if (prompts) meaning.promptVersions = prompts;
  const tags = tagsOf(draft, span);
  if (tags) meaning.traceTags = tags;
  if (draft.faults.length > 0) meaning.faults = draft.faults;
  return meaning;
}

/** The format of the convention whose attribute the inputs are. */
function formatOf(draft: Draft): string | undefined {
  const rank = draft.ranks[INPUTS] ?? 0;
  return CONVENTIONS[Math.floor(rank / RANKS_PER_CONVENTION)]?.messageFormat;
}

function finishFirstToken(meaning: Meaning, draft: Draft, span: OtlpSpan): void {
  const said = draft.values[FIRST_TOKEN];
  if (typeof said !== 'number' && typeof said !== 'bigint') return;
  const ms = sinceStart(said, span.startTimeUnixNano);
  if (ms !== undefined) meaning.timeToFirstTokenMs = ms;
  else draft.faults.push(`${draft.keys[FIRST_TOKEN]} is before the span or long after it`);
}

function promptsOf(draft: Draft): readonly PromptVersion[] | undefined {
  const name = textAt(draft, PROMPT_NAME);
  if (name === undefined) return draft.prompts;
  const version = textAt(draft, PROMPT_VERSION);
  const prompt = version === undefined ? { name } : { name, version };
  return draft.prompts ? [...draft.prompts, prompt] : [prompt];
}

function textAt(draft: Draft, target: number): string | undefined {
  const value = draft.values[target];
  return typeof value === 'string' ? value : undefined;
}

function payloadAt(draft: Draft, target: number): SpanPayload | undefined {
  const value = draft.values[target];
  return value === undefined
    ? undefined
    : { text: attributeText(value), attribute: draft.keys[target] ?? '' };
}

/** Asks the conventions seen on this span, best first. */
function assembled(draft: Draft, span: OtlpSpan, target: PayloadTarget): SpanPayload | undefined {
  for (let index = 0; index < CONVENTIONS.length; index += 1) {
    if ((draft.conventions & (1 << index)) === 0) continue;
    const payload = CONVENTIONS[index]?.assemble?.(span, target);
    if (payload !== undefined) return typeof payload === 'string' ? { text: payload } : payload;
  }
  return undefined;
}

/**
 * The counts of one convention only: those of two may overlap. But cached and reasoning tokens that a better convention reports
 * without any sum are part of this one's sums.
 */
function tokensOf(draft: Draft, span: OtlpSpan, model: string | undefined): TokenUsage | undefined {
  const usages = draft.usages.filter((usage) => usage !== undefined);
  const place = usages.findIndex(hasSums);
  const usage = usages[place] ?? usages.find(({ counts }) => counts.total !== undefined);
  if (!usage) return undefined;
  const counts = { ...usage.counts };
  const isCacheUnspecified = { ...usage.isCacheUnspecified };
  for (const better of usages.slice(0, Math.max(0, place))) {
    for (const count of DETAILS) {
      if (better.counts[count] === undefined) continue;
      counts[count] = better.counts[count];
      isCacheUnspecified[count] = better.isCacheUnspecified[count] ?? false;
    }
  }
  const { tokens, faults } = disjointTokens(counts, {
    provider: textAt(draft, PROVIDER),
    model,
    scopeName: span.origin.scopeName,
    isCacheUnspecified: isCacheUnspecified.cacheRead === true || isCacheUnspecified.cacheWrite === true,
    isApart: { input: usage.isApart.input === true, output: usage.isApart.output === true },
  });
  draft.faults.push(...faults);
  return tokens;
}

const DETAILS = ['cacheRead', 'cacheWrite', 'reasoning', 'inputAudio', 'outputAudio', 'total'] as const;

function hasSums({ counts }: UsageDraft): boolean {
  return counts.input !== undefined || counts.output !== undefined;
}
