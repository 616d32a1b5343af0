import type { TokenUsage } from '../model-call.ts';

/** Anthropic's own: `input_tokens` are those that came from no cache and went into none. */
export interface AnthropicUsage {
  readonly input_tokens?: number | null;
  readonly output_tokens?: number | null;
  readonly cache_read_input_tokens?: number | null;
  readonly cache_creation_input_tokens?: number | null;
}

export function anthropicUsage(usage: AnthropicUsage): TokenUsage {
  return usageBesideCache({
    input: usage.input_tokens ?? 0,
    output: usage.output_tokens ?? 0,
    read: usage.cache_read_input_tokens ?? 0,
    written: usage.cache_creation_input_tokens ?? 0,
  });
}

/** Counts of a provider that counts the tokens of its cache apart from the input. */
export function usageBesideCache({
  input,
  output,
  read,
  written,
}: Readonly<Record<'input' | 'output' | 'read' | 'written', number>>): TokenUsage {
  const all = input + read + written;
  return {
    input_tokens: all,
    output_tokens: output,
    total_tokens: all + output,
    ...(read > 0 && { cache_read_input_tokens: read }),
    ...(written > 0 && { cache_creation_input_tokens: written }),
  };
}
