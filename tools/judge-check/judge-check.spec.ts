import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeLlm, type FakeLlm } from '../../test/support/fake-llm/fake-llm.ts';
import { checkJudges } from './main.ts';

// The fake knows nothing about quality: this proves that examples are asked, heard and counted, for every provider's protocol.

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(() => llm.stop());

const KEYS = { OPENAI_API_KEY: 'sk', ANTHROPIC_API_KEY: 'sk', GEMINI_API_KEY: 'sk' };

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = KEYS) {
  const said: string[] = [];
  const code = await checkJudges(args, {
    environment,
    scorersSource: `${import.meta.dirname}/../../libs/scorers/src`,
    say: (line) => said.push(line),
  });
  return { code, said: said.join('\n') };
}

const atFake = (provider: string, model: string, ...more: string[]): string[] => {
  const base = provider === 'gemini' ? llm.url.replace('/v1', '/v1beta') : llm.url;
  return ['--base-url', base, '--model', `${provider}:/${model}`, ...more];
};

describe.each(['openai', 'anthropic', 'gemini', 'openai-compatible'])('%s', (provider) => {
  it('a judge that always says yes agrees with half of the examples, and not beyond chance', async () => {
    const before = llm.requests.length;
    const { code, said } = await run(atFake(provider, 'always-yes', '--judge', 'safety'));
    expect(said).toMatch(
      /^safety +\S+:\/always-yes +12 +50 % +0\.00 \(0\.00 to 0\.00\) +0 +[1-9]\d* +[1-9]\d* +no price$/m,
    );
    expect(said.match(/expected no, found yes/g)).toHaveLength(6);
    expect(code).toBe(0);
    expect(llm.requests.length - before).toBe(12);
  });
});

it('tells of every judge', async () => {
  const { code, said } = await run(atFake('openai', 'always-no'));
  expect(said.match(/:\/always-no +1\d +/g)?.length).toBe(22);
  expect(code).toBe(0);
});

it('tells what failed, and fails itself', async () => {
  const wrongKey = await run(atFake('openai', 'wrong-key', '--judge', 'fluency'));
  expect(wrongKey.said).toMatch(/^fluency .* 0 % +– +12 /m);
  expect(wrongKey.said).toContain('found no verdict:');
  expect(wrongKey.code).toBe(1);
  const noJson = await run(atFake('openai', 'not-json', '--judge', 'fluency'));
  expect(noJson.said).toContain('found no verdict: The model answered no JSON');
  const healed = await run(atFake('openai', 'flaky-1-judge-check', '--judge', 'fluency'));
  expect(healed.code).toBe(0);
});

it.each([
  [
    'without a key says which to set',
    ['--model', 'openai:/gpt-4.1-mini'],
    /Set OPENAI_API_KEY to your key of OpenAI/,
  ],
  ['without an address says so', ['--model', 'ollama:/llama3'], /give --base-url/],
  ['knows no such model', ['--model', 'gpt-4'], /no 'provider:\/model'/],
  [
    'knows no such judge',
    ['--judge', 'beauty', '--model', 'ollama:/x', '--base-url', 'http://x'],
    /no such judge; there are correctness/,
  ],
])('%s', async (_, args, reason) => {
  const { code, said } = await run(args, {});
  expect(said).toMatch(reason);
  expect(code).toBe(2);
});
