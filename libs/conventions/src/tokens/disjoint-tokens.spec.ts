import type { TokenUsage } from '@millrace/domain';
import { expect, it } from 'vitest';
import { disjointTokens, type CountSource, type ReportedCounts } from './disjoint-tokens.ts';

const OPENAI: CountSource = {
  provider: 'openai',
  model: 'gpt-4o',
  scopeName: 'opentelemetry.instrumentation.openai_v2',
  isCacheUnspecified: false,
};
const ANTHROPIC: CountSource = {
  ...OPENAI,
  provider: 'anthropic',
  model: 'claude-sonnet-5',
  scopeName: 'app',
};
const OLD_ANTHROPIC: CountSource = { ...ANTHROPIC, isCacheUnspecified: true };
const BEDROCK: CountSource = { ...OLD_ANTHROPIC, provider: 'aws.bedrock', model: 'eu.anthropic.claude-v5' };
const NOVA: CountSource = { ...BEDROCK, model: 'amazon.nova-pro-v1' };
const GATEWAY: CountSource = { ...OLD_ANTHROPIC, provider: 'litellm' };

it.each<[string, ReportedCounts, CountSource, TokenUsage]>([
  [
    'OpenAI counts cached and reasoning tokens within',
    { input: 100, cacheRead: 60, output: 50, reasoning: 30, total: 150 },
    OPENAI,
    { input: 40, cacheRead: 60, output: 20, reasoning: 30, total: 150 },
  ],
  [
    'a conforming Anthropic instrumentation sums',
    { input: 130, cacheRead: 100, cacheWrite: 20, output: 5 },
    ANTHROPIC,
    { input: 10, cacheRead: 100, cacheWrite: 20, output: 5 },
  ],
  [
    'less input than cache: counted apart',
    { input: 5, cacheRead: 100, cacheWrite: 20, output: 5 },
    ANTHROPIC,
    { input: 5, cacheRead: 100, cacheWrite: 20, output: 5 },
  ],
  [
    'earlier Anthropic names: counted apart',
    { input: 130, cacheRead: 100, output: 5 },
    OLD_ANTHROPIC,
    { input: 130, cacheRead: 100, output: 5 },
  ],
  [
    'Claude on Bedrock: counted apart',
    { input: 130, cacheRead: 100, output: 5 },
    BEDROCK,
    { input: 130, cacheRead: 100, output: 5 },
  ],
  [
    'other models on Bedrock: counted within',
    { input: 130, cacheRead: 100, output: 5 },
    NOVA,
    { input: 30, cacheRead: 100, output: 5 },
  ],
  [
    'Claude behind a gateway counts like OpenAI',
    { input: 130, cacheRead: 100, output: 5 },
    GATEWAY,
    { input: 30, cacheRead: 100, output: 5 },
  ],
  [
    'the total proves the sum',
    { input: 130, cacheRead: 100, output: 5, total: 135 },
    OLD_ANTHROPIC,
    { input: 30, cacheRead: 100, output: 5, total: 135 },
  ],
  [
    'the total proves the parts',
    { input: 130, cacheRead: 100, output: 5, total: 235 },
    ANTHROPIC,
    { input: 130, cacheRead: 100, output: 5, total: 235 },
  ],
  [
    'the total proves separate thoughts',
    { input: 10, output: 5, reasoning: 40, total: 55 },
    { ...OPENAI, provider: 'gcp.gemini' },
    { input: 10, output: 5, reasoning: 40, total: 55 },
  ],
  [
    'a scope known to pass exclusive input on',
    { input: 130, cacheRead: 100, total: 130 },
    { ...NOVA, scopeName: 'opentelemetry.instrumentation.bedrock' },
    { input: 130, cacheRead: 100, total: 130 },
  ],
  [
    // platform.openai.com/docs/guides/audio: usage of gpt-4o-audio-preview.
    'OpenAI counts audio within, and tells a zero',
    { input: 1117, cacheRead: 0, inputAudio: 1100, output: 46, reasoning: 0, outputAudio: 0, total: 1163 },
    { ...OPENAI, model: 'gpt-4o-audio-preview' },
    { input: 17, cacheRead: 0, inputAudio: 1100, output: 46, reasoning: 0, total: 1163 },
  ],
  [
    'audio read from the cache is cached',
    { input: 100, cacheRead: 80, inputAudio: 60, output: 50, outputAudio: 40 },
    OPENAI,
    { cacheRead: 80, inputAudio: 20, input: 0, output: 10, outputAudio: 40 },
  ],
  [
    // ai.google.dev/api/generate-content: UsageMetadata. promptTokenCount includes cachedContentTokenCount.
    'Gemini: cache within, thoughts apart',
    { input: 1000, cacheRead: 900, output: 20, reasoning: 300, total: 1320 },
    { ...OPENAI, provider: 'gcp.gemini', model: 'gemini-2.5-pro' },
    { input: 100, cacheRead: 900, output: 20, reasoning: 300, total: 1320 },
  ],
  [
    'Gemini without a total: more thoughts than output',
    { input: 10, output: 20, reasoning: 300 },
    { ...OPENAI, provider: 'gcp.vertex_ai', model: 'gemini-2.5-pro' },
    { input: 10, output: 20, reasoning: 300 },
  ],
  [
    // docs.aws.amazon.com/bedrock: TokenUsage of Converse. totalTokens adds the cache, inputTokens leaves it out.
    'Bedrock Converse: the total proves the cache apart',
    { input: 8, cacheRead: 1200, cacheWrite: 300, output: 90, total: 1598 },
    { ...NOVA, isCacheUnspecified: false },
    { input: 8, cacheRead: 1200, cacheWrite: 300, output: 90, total: 1598 },
  ],
  [
    // platform.claude.com/docs/en/build-with-claude/prompt-caching: input_tokens are those after the last breakpoint.
    'Anthropic: a first call writes the cache',
    { input: 21, cacheWrite: 188_086, cacheRead: 0, output: 393 },
    ANTHROPIC,
    { input: 21, cacheWrite: 188_086, cacheRead: 0, output: 393 },
  ],
  [
    // langfuse.com/docs/observability/features/token-and-cost-tracking: usage types are added up.
    'Langfuse promises details apart',
    { input: 130, cacheRead: 100, output: 50, reasoning: 30, inputAudio: 20 },
    { ...OPENAI, isApart: { input: true, output: true } },
    { input: 130, cacheRead: 100, output: 50, reasoning: 30, inputAudio: 20 },
  ],
  [
    'but the total proves that they are not',
    { input: 130, cacheRead: 100, output: 50, reasoning: 30, total: 180 },
    { ...OPENAI, isApart: { input: true, output: true } },
    { input: 30, cacheRead: 100, output: 20, reasoning: 30, total: 180 },
  ],
  ['cache without input', { cacheRead: 3 }, OPENAI, { cacheRead: 3 }],
  ['zero is reported, absent is not', { input: 0, cacheRead: 0 }, OPENAI, { input: 0, cacheRead: 0 }],
])('%s', (_, counts, source, tokens) => {
  expect(disjointTokens(counts, source)).toEqual({ tokens, faults: [] });
});

it('clamps a bucket that would be negative and says so', () => {
  expect(disjointTokens({ input: 5, cacheRead: 8, output: 1, reasoning: 2 }, OPENAI)).toEqual({
    tokens: { input: 0, cacheRead: 8, output: 0, reasoning: 2 },
    faults: [
      'input tokens are fewer than the cached tokens in them (5 < 8)',
      'output tokens are fewer than the reasoning tokens in them (1 < 2)',
    ],
  });
});
