import type { TokenUsage } from '@millrace/domain';

/** Bits of the `presence` column: which optional values a span has, so that an absent one differs from an empty one. */
export const PRESENCE = {
  model: 1,
  provider: 1 << 1,
  sessionId: 1 << 2,
  userId: 1 << 3,
  requestPreview: 1 << 4,
  responsePreview: 1 << 5,
  messageFormat: 1 << 6,
  inputs: 1 << 7,
  outputs: 1 << 8,
  tokensInput: 1 << 9,
  tokensCacheRead: 1 << 10,
  tokensCacheWrite: 1 << 11,
  tokensOutput: 1 << 12,
  tokensReasoning: 1 << 13,
  tokensTotal: 1 << 14,
  /** A usage was reported, if only an empty one. */
  tokens: 1 << 15,
} as const;

export interface TokenColumns {
  readonly presence: number;
  readonly tokens_input: string;
  readonly tokens_cache_read: string;
  readonly tokens_cache_write: string;
  readonly tokens_output: string;
  readonly tokens_reasoning: string;
  readonly tokens_total: string;
  readonly tokens_input_audio: string;
  readonly tokens_output_audio: string;
}

/** The columns of a token usage, in the order of a SELECT. */
export const TOKEN_COLUMNS =
  'tokens_input, tokens_cache_read, tokens_cache_write, tokens_output, tokens_reasoning, tokens_total, ' +
  'tokens_input_audio, tokens_output_audio';

/** Turns the columns back into the usage as it was reported. No audio was never reported as zero. */
export function readTokenUsage(row: TokenColumns): TokenUsage | undefined {
  const { presence } = row;
  if (!(presence & PRESENCE.tokens)) return undefined;
  return {
    ...(presence & PRESENCE.tokensInput && { input: Number(row.tokens_input) }),
    ...(presence & PRESENCE.tokensCacheRead && { cacheRead: Number(row.tokens_cache_read) }),
    ...(presence & PRESENCE.tokensCacheWrite && { cacheWrite: Number(row.tokens_cache_write) }),
    ...(presence & PRESENCE.tokensOutput && { output: Number(row.tokens_output) }),
    ...(presence & PRESENCE.tokensReasoning && { reasoning: Number(row.tokens_reasoning) }),
    ...(row.tokens_input_audio !== '0' && { inputAudio: Number(row.tokens_input_audio) }),
    ...(row.tokens_output_audio !== '0' && { outputAudio: Number(row.tokens_output_audio) }),
    ...(presence & PRESENCE.tokensTotal && { total: Number(row.tokens_total) }),
  };
}
