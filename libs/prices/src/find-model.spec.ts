import { describe, expect, it } from 'vitest';
import { findModel } from './find-model.ts';
import { modelSpellings } from './model-spellings.ts';
import { listNames } from './price-table.ts';

const found = (model: string, provider?: string) =>
  findModel(model, provider)?.label.replace(/^table@[\d-]+#/, '');

describe('real spellings', () => {
  it.each<[string | undefined, string, string]>([
    // Dated, and in other letters.
    ['openai', 'gpt-4o', 'openai/gpt-4o'],
    ['OpenAI', 'GPT-4o', 'openai/gpt-4o'],
    ['openai', 'gpt-4o-2024-08-06', 'openai/gpt-4o'],
    ['openai', 'gpt-4o-20240806', 'openai/gpt-4o'],
    ['openai', 'gpt-4o-2024-05-13', 'openai/gpt-4o-2024-05-13'],
    ['anthropic', 'claude-3-haiku-20240307', 'anthropic/claude-3-haiku'],
    ['anthropic', 'claude-3-5-sonnet-latest', 'anthropic/claude-3-5-sonnet'],
    // No provider, or a gateway.
    [undefined, 'gpt-4o', 'openai/gpt-4o'],
    [undefined, 'openai/gpt-4o', 'openai/gpt-4o'],
    [undefined, 'claude-sonnet-4-5-20250929', 'anthropic/claude-sonnet-4-5'],
    [undefined, 'text-embedding-ada-002', 'openai/text-embedding-ada-002'],
    ['litellm', 'deepseek/deepseek-chat', 'deepseek/deepseek-chat'],
    ['litellm', 'azure/gpt-4.1', 'azure/gpt-4.1'],
    [
      'litellm',
      'bedrock/anthropic.claude-3-haiku-20240307-v1:0',
      'aws/regional.anthropic.claude-3-haiku-20240307-v1:0',
    ],
    ['openai', 'anthropic/claude-3.5-sonnet', 'anthropic/claude-3-5-sonnet'],
    ['openrouter', 'anthropic/claude-3.5-sonnet', 'openrouter/anthropic/claude-3.5-sonnet'],
    ['openrouter', 'meta-llama/llama-3.3-70b-instruct', 'openrouter/meta-llama/llama-3.3-70b-instruct'],
    // Words of instrumentations.
    ['openai.chat', 'gpt-4o', 'openai/gpt-4o'],
    ['anthropic.messages', 'claude-sonnet-4-20250514', 'anthropic/claude-sonnet-4-0'],
    ['google.generative-ai', 'gemini-2.0-flash', 'google/gemini-2.0-flash'],
    ['mistral_ai', 'mistral-large-latest', 'mistral/mistral-large'],
    ['xai', 'grok-3', 'x-ai/grok-3'],
    ['groq', 'llama-3.3-70b-versatile', 'groq/llama-3.3-70b-versatile'],
    [
      'together',
      'meta-llama/Llama-3.3-70B-Instruct-Turbo',
      'together/meta-llama/Llama-3.3-70B-Instruct-Turbo',
    ],
    ['fireworks', 'accounts/fireworks/models/llama-v3p1-8b-instruct', 'fireworks/llama-v3p1-8b-instruct'],
    // Gemini and Vertex AI.
    ['gcp.gemini', 'models/gemini-2.5-pro', 'google/gemini-2.5-pro'],
    ['gcp.vertex_ai', 'gemini-1.5-pro-002', 'google/gemini-1.5-pro'],
    [undefined, 'publishers/google/models/gemini-2.5-flash', 'google/gemini-2.5-flash'],
    [
      'vertex_ai',
      'projects/p/locations/us-central1/publishers/google/models/gemini-2.5-flash',
      'google/gemini-2.5-flash',
    ],
    ['gcp.vertex_ai', 'claude-3-5-sonnet@20240620', 'google/claude-3-5-sonnet'],
    ['vertex_ai', 'claude-3-5-sonnet-v2@20241022', 'google/claude-3-5-sonnet'],
    ['google-vertex', 'claude-sonnet-4-5@default', 'google/claude-sonnet-4-5'],
    // Bedrock.
    [
      'aws.bedrock',
      'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
      'aws/regional.anthropic.claude-3-5-sonnet-20241022-v2:0',
    ],
    [
      undefined,
      'anthropic.claude-3-5-sonnet-20241022-v2:0',
      'aws/regional.anthropic.claude-3-5-sonnet-20241022-v2:0',
    ],
    [
      'aws.bedrock',
      'anthropic.claude-3-sonnet-20240229-v1:0:200k',
      'aws/regional.anthropic.claude-3-sonnet-20240229-v1:0',
    ],
    [
      'amazon-bedrock',
      'claude-3-7-sonnet-20250219',
      'aws/regional.anthropic.claude-3-7-sonnet-20250219-v1:0',
    ],
    [
      'aws_bedrock',
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0',
      'aws/amazon.nova-pro-v1:0',
    ],
    [
      undefined,
      'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0',
      'aws/regional.anthropic.claude-sonnet-4-20250514-v1:0',
    ],
    // Azure.
    ['azure.ai.openai', 'gpt-4o', 'azure/gpt-4o'],
    ['az.ai.openai', 'gpt-35-turbo', 'azure/gpt-35-turbo'],
    ['azure', 'gpt-4o-mini-2024-07-18', 'azure/gpt-4o-mini-2024-07-18'],
    // Fine-tunes have prices of their own.
    ['openai', 'ft:gpt-4o-2024-08-06:acme::B1x', 'openai/ft:gpt-4o'],
    ['openai', 'ft:gpt-4o-mini-2024-07-18:acme:custom:7p4', 'openai/ft:gpt-4o-mini'],
  ])('%s: %s', (provider, model, label) => {
    expect(found(model, provider)).toBe(label);
  });
});

it.each<[string | undefined, string]>([
  ['azure.ai.openai', 'my-prod-deployment'],
  ['aws.bedrock', 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcd1234'],
  ['openai', 'ft:gpt-9:acme::x'],
  ['openai', 'llama-3.3-70b-versatile'],
  ['openai', 'meta-llama/llama-3.3-70b-instruct'],
  ['anthropic', 'gpt-4o'],
  ['deepinfra', 'openai/gpt-4o'],
  ['ollama', 'llama3'],
  ['vllm', 'gpt-4o'],
  ['a proxy of ours', 'gpt-4o'],
  [undefined, 'llama-3.1-8b'],
  [undefined, 'gemma-3-27b-it'],
  [undefined, 'gpt-4o-super'],
  [undefined, 'gpt-4o-2024-99-99'],
  [undefined, 'gpt'],
  [undefined, ''],
  ['openai', '/'],
  ['openai', 'openai/openai/'],
  [undefined, '__proto__'],
  ['constructor', 'toString'],
])('%s: %s has no price', (provider, model) => {
  expect(found(model, provider)).toBeUndefined();
});

it('finds every listed name, and nothing for a name with one letter more or less that is not listed itself', () => {
  const letters = 'qxz';
  let turn = 0;
  for (const [provider, names] of listNames()) {
    const listed = new Set(names);
    for (const name of names) {
      turn += 1;
      expect(findModel(name, provider)?.provider).toBe(provider);
      const at = 1 + (turn % Math.max(1, name.length - 1));
      const more = name.slice(0, at) + letters.charAt(turn % 3) + name.slice(at);
      const less = name.slice(0, at) + name.slice(at + 1);
      for (const other of [more, less]) {
        const answer = findModel(other, provider);
        // What is found must be listed under a spelling of what was asked, for this provider or one that it resells.
        if (!answer) continue;
        const names = listNames().get(answer.provider) ?? [];
        const parts = other.split('/');
        const asked = parts.flatMap((_, from) => modelSpellings(parts.slice(from).join('/')));
        expect(asked.some((spelling) => names.includes(spelling))).toBe(true);
        if (answer.provider === provider && !/[-@:]\d|latest|\//.test(other))
          expect(listed.has(other)).toBe(true);
      }
    }
  }
});

it('is never led astray by noise', () => {
  let seed = 42;
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789-./:@';
  for (let round = 0; round < 3_000; round += 1) {
    const name = Array.from({ length: 3 + random(20) }, () => alphabet.charAt(random(alphabet.length))).join(
      '',
    );
    expect(findModel(name, [undefined, 'openai', 'aws', 'azure'][random(4)])).toBeUndefined();
  }
});
