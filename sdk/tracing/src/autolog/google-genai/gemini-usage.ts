import type { TokenUsage } from '../model-call.ts';

/** Gemini's own: thoughts are counted beside the answer, what comes from a cache within the prompt. */
export interface GeminiUsage {
  readonly promptTokenCount?: number;
  readonly toolUsePromptTokenCount?: number;
  readonly cachedContentTokenCount?: number;
  readonly candidatesTokenCount?: number;
  readonly thoughtsTokenCount?: number;
  readonly totalTokenCount?: number;
}

/** Thoughts are output: they are paid as such. */
export function geminiUsage(usage: GeminiUsage): TokenUsage {
  const input = (usage.promptTokenCount ?? 0) + (usage.toolUsePromptTokenCount ?? 0);
  const output = (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0);
  const cached = usage.cachedContentTokenCount ?? 0;
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: usage.totalTokenCount ?? input + output,
    ...(cached > 0 && { cache_read_input_tokens: cached }),
  };
}
