import { dollarsNumber, type PriceOverride } from '@millrace/domain';
import type { ChatUsage } from '@millrace/ports';
import { priceSpan } from '@millrace/prices';
import type { JudgeRequest } from '@millrace/scorers';
import type { ModelCall } from './given-answer.ts';

const CHARACTERS_PER_TOKEN = 4;
/** What a verdict with its rationale takes, generously. */
const USUAL_OUTPUT_TOKENS = 500;

/** US dollars of calls together; undefined when one has no price. */
export function priceCalls(
  calls: readonly Pick<ModelCall, 'model' | 'provider' | 'usage' | 'startedAt'>[],
  overrides: readonly PriceOverride[],
): number | undefined {
  let total = 0n;
  for (const { model, provider, usage, startedAt } of calls) {
    const tokens = tokensOf(usage);
    const cost = priceSpan({ model, provider, tokens, serviceTier: undefined, startedAt }, overrides);
    if (!cost) return undefined;
    total += cost.total;
  }
  return dollarsNumber(total);
}

/** Roughly what one call will cost, in US dollars; 0 when no price is known. */
export function estimateCall(
  {
    messages,
    schema,
    maxOutputTokens,
  }: Pick<JudgeRequest, 'messages' | 'maxOutputTokens'> & Partial<JudgeRequest>,
  { provider, model }: { readonly provider: string; readonly model: string },
  overrides: readonly PriceOverride[],
): number {
  const input = Math.ceil(JSON.stringify([messages, schema]).length / CHARACTERS_PER_TOKEN);
  const output = Math.min(maxOutputTokens ?? USUAL_OUTPUT_TOKENS, USUAL_OUTPUT_TOKENS);
  const usage = { input, output, cached: 0, reasoning: 0 };
  return priceCalls([{ provider, model, usage, startedAt: Date.now() }], overrides) ?? 0;
}

/** In buckets that don't overlap. */
function tokensOf({ input, cached, output, reasoning }: ChatUsage) {
  return {
    input: Math.max(0, input - cached),
    cacheRead: cached,
    output: Math.max(0, output - reasoning),
    reasoning,
  };
}
