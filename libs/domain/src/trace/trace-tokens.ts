import type { TokenUsage } from '../span/span-meaning.ts';
import { hasAncestor } from './has-ancestor.ts';
import type { SpanFacts } from './span-facts.ts';
import type { TraceTokens } from './trace-row.ts';

/**
 * Sum over the spans that report tokens, leaving out any with an ancestor that reports them too: an agent span often
 * repeats the sum of its calls. Undefined when no span reports any.
 */
export function sumTokens(spans: ReadonlyMap<string, SpanFacts>): TraceTokens | undefined {
  const sum = {
    input: 0,
    cacheRead: 0,
    cacheWrite: 0,
    output: 0,
    reasoning: 0,
    inputAudio: 0,
    outputAudio: 0,
    total: 0,
  };
  let isReported = false;
  for (const span of spans.values()) {
    if (!span.tokens || hasAncestor(span, spans, ({ tokens }) => tokens !== undefined)) continue;
    isReported = true;
    addUsage(sum, span.tokens);
  }
  return isReported ? sum : undefined;
}

/** Total of a usage: as reported, else the sum of its buckets. */
export function totalTokens(usage: TokenUsage): number {
  return (
    usage.total ??
    (usage.input ?? 0) +
      (usage.cacheRead ?? 0) +
      (usage.cacheWrite ?? 0) +
      (usage.output ?? 0) +
      (usage.reasoning ?? 0) +
      (usage.inputAudio ?? 0) +
      (usage.outputAudio ?? 0)
  );
}

function addUsage(sum: { -readonly [K in keyof TraceTokens]: number }, usage: TokenUsage): void {
  sum.input += usage.input ?? 0;
  sum.cacheRead += usage.cacheRead ?? 0;
  sum.cacheWrite += usage.cacheWrite ?? 0;
  sum.output += usage.output ?? 0;
  sum.reasoning += usage.reasoning ?? 0;
  sum.inputAudio += usage.inputAudio ?? 0;
  sum.outputAudio += usage.outputAudio ?? 0;
  sum.total += totalTokens(usage);
}

/** MLflow's spelling, where input includes cached tokens, output includes reasoning and both include audio. Source: mlflow.trace.tokenUsage. */
export function toMlflowTokenUsage(tokens: TraceTokens): string {
  return JSON.stringify({
    input_tokens: tokens.input + tokens.cacheRead + tokens.cacheWrite + tokens.inputAudio,
    output_tokens: tokens.output + tokens.reasoning + tokens.outputAudio,
    total_tokens: tokens.total,
    ...(tokens.cacheRead > 0 && { cache_read_input_tokens: tokens.cacheRead }),
    ...(tokens.cacheWrite > 0 && { cache_creation_input_tokens: tokens.cacheWrite }),
  });
}

/** Undefined for a text that is not a token usage. */
export function fromMlflowTokenUsage(text: string): TraceTokens | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const count = (key: string): number => {
    const value: unknown = Reflect.get(parsed, key);
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
  };
  const cacheRead = count('cache_read_input_tokens');
  const cacheWrite = count('cache_creation_input_tokens');
  const input = count('input_tokens');
  const output = count('output_tokens');
  return {
    input: Math.max(0, input - cacheRead - cacheWrite),
    cacheRead,
    cacheWrite,
    output,
    reasoning: 0,
    inputAudio: 0,
    outputAudio: 0,
    total: count('total_tokens') || input + output,
  };
}
