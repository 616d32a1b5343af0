import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Rejected, Unavailable } from '@millrace/domain';
import type { ChatDelta, ChatRequest, ModelAccess } from '@millrace/ports';
import { startFakeLlm, type FakeLlm } from '../../../../test/support/fake-llm/fake-llm.ts';
import { AiSdkChatModel } from './ai-sdk-chat-model.ts';
import { llmConfigSchema } from './llm.config.ts';

let llm: FakeLlm;
const chat = new AiSdkChatModel(llmConfigSchema.parse({ allowPrivateTargets: true, silenceMs: 500 }));
const KEY = 'sk-secret-of-the-test';

beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(() => llm.stop());

const never = (): AbortSignal => new AbortController().signal;
const HELLO: ChatRequest = { messages: [{ role: 'user', parts: [{ kind: 'text', text: 'hello there' }] }] };

function access(model: string, provider = 'openai'): ModelAccess {
  const base = provider === 'gemini' ? llm.url.replace('/v1', '/v1beta') : llm.url;
  return { provider, model, secrets: { api_key: KEY }, settings: { api_base: base } };
}

async function collect(stream: AsyncIterable<ChatDelta>): Promise<ChatDelta[]> {
  const deltas: ChatDelta[] = [];
  for await (const delta of stream) deltas.push(delta);
  return deltas;
}

describe.each(['openai', 'anthropic', 'gemini', 'mistral', 'hosted_vllm', 'openai-compatible'])(
  '%s',
  (provider) => {
    it('answers', async () => {
      const answer = await chat.ask(access('some-model', provider), HELLO, never());
      expect(answer).toMatchObject({ text: 'You said: hello there', finish: 'stop', toolCalls: [] });
      expect(answer.usage).toMatchObject({ input: 5, output: 4 });
    });

    it('streams', async () => {
      const deltas = await collect(chat.stream(access('some-model', provider), HELLO, never()));
      const text = deltas.map((delta) => (delta.kind === 'text' ? delta.text : '')).join('');
      expect(text).toBe('You said: hello there');
      expect(deltas.at(-1)).toMatchObject({ kind: 'finish', finish: 'stop' });
    });

    it('calls a tool and hears what it said', async () => {
      const tools = [
        { name: 'weather', description: 'of a city', parameters: { type: 'object', properties: {} } },
      ];
      const first = await chat.ask(access('some-model', provider), { ...HELLO, tools }, never());
      expect(first.finish).toBe('tool-calls');
      expect(first.toolCalls.map(({ name }) => name)).toEqual(['weather']);
      expect(JSON.parse(first.toolCalls[0]?.arguments ?? '')).toEqual({ city: 'Paris' });
      const id = first.toolCalls[0]?.id ?? '';
      const second = await chat.ask(
        access('some-model', provider),
        {
          tools,
          messages: [
            ...HELLO.messages,
            { role: 'assistant', text: '', toolCalls: first.toolCalls },
            { role: 'tool', toolCallId: id, toolName: 'weather', text: 'rain' },
          ],
        },
        never(),
      );
      expect(second.text).toContain('The tool says:');
      expect(second.text).toContain('rain');
    });

    it('JSON of a schema is asked for as such, also of a model that looked closer with a tool', async () => {
      const schema = { type: 'object', properties: { result: { type: 'boolean' } }, required: ['result'] };
      const request: ChatRequest = { ...HELLO, json: { name: 'Verdict', schema } };
      const answer = await chat.ask(access('some-model', provider), request, never());
      expect(JSON.parse(answer.text)).toEqual({ result: true });
      const tools = [{ name: 'look', parameters: { type: 'object', properties: {} } }];
      const looking = await chat.ask(access('some-model', provider), { ...request, tools }, never());
      expect(looking.toolCalls.map(({ name }) => name)).toEqual(['look']);
      const [{ id = '' } = {}] = looking.toolCalls;
      const looked: ChatRequest = {
        ...request,
        tools,
        messages: [
          ...request.messages,
          { role: 'assistant', text: '', toolCalls: looking.toolCalls },
          { role: 'tool', toolCallId: id, toolName: 'look', text: 'seen' },
        ],
      };
      const told = await chat.ask(access('some-model', provider), looked, never());
      expect(JSON.parse(told.text)).toEqual({ result: true });
    });

    it.each(['always-429', 'always-500', 'too-slow', 'broken-json'])('%s may pass', async (model) => {
      await expect(chat.ask(access(model, provider), HELLO, never())).rejects.toThrow(Unavailable);
    });

    it.each(['wrong-key', 'missing-model'])('%s will not', async (model) => {
      const failing = chat.ask(access(model, provider), HELLO, never());
      await expect(failing).rejects.toThrow(Rejected);
      await expect(failing).rejects.not.toThrow(KEY);
    });

    it('a stream that is cut off is no answer', async () => {
      await expect(collect(chat.stream(access('cut-stream', provider), HELLO, never()))).rejects.toThrow(
        Unavailable,
      );
    });
  },
);

it('ends with the one who asked', async () => {
  const stop = AbortSignal.timeout(50);
  await expect(chat.ask(access('too-slow'), HELLO, stop)).rejects.toHaveProperty('name', 'TimeoutError');
});

describe('addresses', () => {
  const strict = new AiSdkChatModel(llmConfigSchema.parse({}));

  it.each([
    ['http://api.example.com', /scheme/],
    ['https://127.0.0.1/v1', /MILLRACE_GATEWAY_PRIVATE_TARGETS/],
    ['https://user:pass@api.example.com', /password/],
    ['no address', /no address/],
  ])('%s is refused', (api_base, reason) => {
    expect(() => strict.check({ provider: 'openai', settings: { api_base } })).toThrow(reason);
  });

  it('a name of this machine is refused when it is asked', async () => {
    const settings = { api_base: 'https://localhost/v1' };
    const asking = strict.ask({ ...access('some-model'), settings }, HELLO, never());
    await expect(asking).rejects.toThrow(/private network/);
  });

  it('an unknown provider and a missing address are refused', () => {
    expect(() => chat.check({ provider: 'nobody', settings: {} })).toThrow(/There are: openai/);
    expect(() => chat.check({ provider: 'ollama', settings: {} })).toThrow(/set api_base/);
  });

  it('a redirect is not followed, an endless answer is cut', async () => {
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/redirect')) {
        response.writeHead(302, { location: llm.url });
        response.end();
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"text": "${'x'.repeat(100_000)}"}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const small = new AiSdkChatModel(
      llmConfigSchema.parse({ allowPrivateTargets: true, maxAnswerBytes: 50_000 }),
    );
    const ask = (path: string) =>
      small.ask({ ...access('some-model'), settings: { api_base: `${base}/${path}` } }, HELLO, never());
    try {
      await expect(ask('redirect')).rejects.toThrow(/redirects/);
      await expect(ask('large')).rejects.toThrow(/larger than 50000/);
    } finally {
      server.close();
    }
  });
});
