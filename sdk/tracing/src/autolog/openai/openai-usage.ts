import type { TokenUsage } from '../model-call.ts';

/** Of chat completions, completions and embeddings. */
export interface ChatUsage {
  readonly prompt_tokens?: number;
  readonly completion_tokens?: number;
  readonly total_tokens?: number;
  readonly prompt_tokens_details?: { readonly cached_tokens?: number } | null;
}

export interface ResponseUsage {
  readonly input_tokens?: number;
  readonly output_tokens?: number;
  readonly total_tokens?: number;
  readonly input_tokens_details?: { readonly cached_tokens?: number } | null;
}

export function chatUsage(usage: ChatUsage): TokenUsage {
  const { prompt_tokens: input = 0, completion_tokens: output = 0 } = usage;
  return tokenUsage(input, output, usage.total_tokens, usage.prompt_tokens_details?.cached_tokens);
}

export function responseUsage(usage: ResponseUsage): TokenUsage {
  const { input_tokens: input = 0, output_tokens: output = 0 } = usage;
  return tokenUsage(input, output, usage.total_tokens, usage.input_tokens_details?.cached_tokens);
}

function tokenUsage(
  input: number,
  output: number,
  total: number | undefined,
  cached: number | undefined,
): TokenUsage {
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: total ?? input + output,
    ...(cached !== undefined && cached > 0 && { cache_read_input_tokens: cached }),
  };
}
