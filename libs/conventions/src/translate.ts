import {
  attributeText,
  type AttributeValue,
  type OtlpSpan,
  type SpanMeaning,
  type SpanPayload,
  type TokenUsage,
} from '@millrace/domain';
import type { PayloadTarget } from './convention.ts';
import { newDraft, note, type Draft } from './draft.ts';
import { modelInPayload } from './model-in-payload.ts';
import { CONVENTIONS } from './registry.ts';
import { RULES, TARGETS } from './rules.ts';
import { disjointTokens } from './tokens/disjoint-tokens.ts';

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
const SESSION = TARGETS.indexOf('sessionId');
const USER = TARGETS.indexOf('userId');
const FORMAT = TARGETS.indexOf('messageFormat');

function finish(draft: Draft, span: OtlpSpan): SpanMeaning {
  const type = textAt(draft, TYPE) ?? 'UNKNOWN';
  const meaning: { -readonly [K in keyof SpanMeaning]: SpanMeaning[K] } = { type };
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
  const sessionId = textAt(draft, SESSION);
  if (sessionId !== undefined) meaning.sessionId = sessionId;
  const userId = textAt(draft, USER);
  if (userId !== undefined) meaning.userId = userId;
  const messageFormat = textAt(draft, FORMAT);
  if (messageFormat !== undefined) meaning.messageFormat = messageFormat;
  if (draft.faults.length > 0) meaning.faults = draft.faults;
  return meaning;
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
    const text = CONVENTIONS[index]?.assemble?.(span, target);
    if (text !== undefined) return { text };
  }
  return undefined;
}

/** The counts of one convention only: those of two may overlap. */
function tokensOf(draft: Draft, span: OtlpSpan, model: string | undefined): TokenUsage | undefined {
  const usage = draft.usages.find((reported) => reported !== undefined);
  if (!usage) return undefined;
  const { tokens, faults } = disjointTokens(usage.counts, {
    provider: textAt(draft, PROVIDER),
    model,
    scopeName: span.origin.scopeName,
    isCacheUnspecified: usage.isCacheUnspecified,
  });
  draft.faults.push(...faults);
  return tokens;
}
