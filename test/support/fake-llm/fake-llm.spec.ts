import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeLlm, type FakeLlm } from './fake-llm.ts';

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(() => llm.stop());

function ask(body: unknown): Promise<Response> {
  return fetch(`${llm.url}/chat/completions`, { method: 'POST', body: JSON.stringify(body) });
}

interface Completion {
  choices: [
    {
      finish_reason: string;
      message: { content: string | null; tool_calls: [{ function: { name: string } }] };
    },
  ];
  usage: object;
}

async function complete(body: unknown): Promise<Completion> {
  return (await (await ask(body)).json()) as Completion;
}

const messages = [{ role: 'user', content: 'hello there' }];

it('answers a chat and counts tokens', async () => {
  const answer = await complete({ model: 'gpt-4o-mini', messages });
  expect(answer.choices[0].message.content).toBe('You said: hello there');
  expect(answer.usage).toMatchObject({ prompt_tokens: 5, completion_tokens: 4, total_tokens: 9 });
  expect(llm.requests.at(-1)?.model).toBe('gpt-4o-mini');
});

it('streams the same answer, with usage only when asked', async () => {
  const read = async (options: object): Promise<string[]> => {
    const text = await (await ask({ model: 'gpt-4o-mini', messages, stream: true, ...options })).text();
    return text.split('\n\n').filter((event) => event !== '');
  };
  const events = await read({ stream_options: { include_usage: true } });
  expect(events.at(-1)).toBe('data: [DONE]');
  const chunks = events.slice(0, -1).map((event) => JSON.parse(event.slice('data: '.length)));
  const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
  expect(text).toBe('You said: hello there');
  expect(chunks.at(-1).usage.total_tokens).toBe(9);
  const bare = await read({});
  expect(bare.at(-2)).toContain('"usage":null');
});

it('calls the first tool, then reads its result', async () => {
  const tools = [{ type: 'function', function: { name: 'weather', parameters: {} } }];
  const call = await complete({ model: 'gpt-4o-mini', messages, tools });
  expect(call.choices[0].finish_reason).toBe('tool_calls');
  expect(call.choices[0].message.tool_calls[0].function.name).toBe('weather');
  const done = [
    ...messages,
    call.choices[0].message,
    { role: 'tool', tool_call_id: 'call_fake', content: 'sunny' },
  ];
  const answer = await complete({ model: 'gpt-4o-mini', messages: done, tools });
  expect(answer.choices[0].message.content).toBe('The tool says: sunny');
});

it('has no missing-model', async () => {
  const response = await ask({ model: 'missing-model', messages, stream: true });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: 'model_not_found' } });
});

it.each<[protocol: string, path: string, body: object]>([
  ["Anthropic's", 'messages', { model: 'm', messages }],
  ["OpenAI's responses", 'responses', { model: 'm', input: messages }],
  [
    "Gemini's",
    'models/m:generateContent',
    { contents: [{ role: 'user', parts: [{ text: 'hello there' }] }] },
  ],
])('gives the same answer in %s protocol, also streamed', async (_, path, body) => {
  const post = (to: string, sent: object): Promise<Response> =>
    fetch(`${llm.url}/${to}`, { method: 'POST', body: JSON.stringify(sent) });
  expect(await (await post(path, body)).text()).toContain('You said: hello there');
  const streamed = await post(path.replace(':generate', ':streamGenerate'), { ...body, stream: true });
  expect(streamed.headers.get('content-type')).toBe('text/event-stream');
  expect(await streamed.text()).toContain('there');
});

it('runs on its own', async () => {
  const child = spawn(process.execPath, [`${import.meta.dirname}/main.ts`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const answer = await fetch(`${line.toString().trim()}/requests`);
    expect(await answer.json()).toEqual({ requests: [] });
  } finally {
    child.kill('SIGTERM');
  }
});
