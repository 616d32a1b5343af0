import { usageBesideCache } from '../anthropic/anthropic-usage.ts';
import type { TokenUsage } from '../model-call.ts';

/** Words of the models behind Bedrock for a count of tokens. Source: mlflow/bedrock/utils.py, and Titan's own. */
const NAMES = {
  input: [
    'inputTokens',
    'input_tokens',
    'prompt_tokens',
    'prompt_token_count',
    'inputTextTokenCount',
    'inputTokenCount',
  ],
  output: [
    'outputTokens',
    'output_tokens',
    'completion_tokens',
    'generation_token_count',
    'outputTokenCount',
  ],
  read: ['cacheReadInputTokens', 'cache_read_input_tokens', 'cacheReadInputTokenCount'],
  written: ['cacheWriteInputTokens', 'cache_creation_input_tokens', 'cacheWriteInputTokenCount'],
} as const;

/** Bedrock counts the tokens of its cache apart from the input. Undefined where none of the words is there. */
export function bedrockUsage(counts: object): TokenUsage | undefined {
  const count = (kind: keyof typeof NAMES): number | undefined =>
    NAMES[kind].map((name): unknown => Reflect.get(counts, name)).find((value) => typeof value === 'number');
  const input = count('input');
  if (input === undefined) return undefined;
  const [output = 0, read = 0, written = 0] = [count('output'), count('read'), count('written')];
  return usageBesideCache({ input, output, read, written });
}
