import { describe, expect, it } from 'vitest';
import { previewOf } from './preview-of.ts';

const user = { role: 'user', content: 'question' };
const assistant = { role: 'assistant', content: 'answer' };

it.each<[string, 'request' | 'response', unknown, string]>([
  ['messages', 'request', { messages: [user, assistant] }, 'question'],
  [
    'the last of the role',
    'request',
    { messages: [{ role: 'user', content: 'first' }, user, assistant] },
    'question',
  ],
  ['the last message when no one has the role', 'request', { messages: [assistant] }, 'answer'],
  ['choices', 'response', { choices: [{ message: assistant }] }, 'answer'],
  ['an input list', 'request', { input: [user] }, 'question'],
  [
    'an output list',
    'response',
    { output: [{ type: 'reasoning' }, { ...assistant, content: [{ type: 'output_text', text: 'part' }] }] },
    'part',
  ],
  ['a nested request', 'request', { request: { messages: [user] } }, 'question'],
  ['a bare list of messages', 'request', [user], 'question'],
  [
    'gen_ai parts',
    'response',
    [
      {
        role: 'assistant',
        parts: [
          { type: 'reasoning', content: 'hm' },
          { type: 'text', content: 'part' },
        ],
      },
    ],
    'part',
  ],
  [
    'content of text parts',
    'request',
    { messages: [{ role: 'user', content: [{ type: 'image_url' }, { type: 'text', text: 'what is it?' }] }] },
    'what is it?',
  ],
  ['Anthropic, an answer', 'response', { ...assistant, content: [{ type: 'text', text: 'part' }] }, 'part'],
  [
    'Gemini, a request',
    'request',
    {
      contents: [
        { role: 'user', parts: [{ text: 'part' }] },
        { role: 'model', parts: [{ text: 'hm' }] },
      ],
    },
    'part',
  ],
  ['Gemini, a text alone', 'request', { model: 'gemini', contents: 'question' }, 'question'],
  [
    'Gemini, an answer',
    'response',
    {
      candidates: [{ content: { role: 'model', parts: [{ text: 'hm', thought: true }, { text: 'part' }] } }],
    },
    'part',
  ],
  [
    'Bedrock, an answer',
    'response',
    { output: { message: { role: 'assistant', content: [{ text: 'part' }] } } },
    'part',
  ],
  ['LlamaIndex, an answer', 'response', { message: assistant, raw: {} }, 'answer'],
  [
    'JSON where no message has text',
    'response',
    { choices: [{ message: { role: 'assistant', content: null } }] },
    '{"choices":[{"message":{"role":"assistant","content":null}}]}',
  ],
  ['JSON of anything else', 'request', { question: 'hi' }, '{"question":"hi"}'],
  ['JSON of an input text', 'request', { input: 'hi' }, '{"input":"hi"}'],
  ['a list of no messages', 'request', [1, null, 'x'], '[1,null,"x"]'],
  ['a quoted string without its quotes', 'request', 'It will "rain"', 'It will "rain"'],
])('shows %s', (_, kind, value, preview) => {
  expect(previewOf(kind, { text: JSON.stringify(value) })).toBe(preview);
});

it('shows plain text and half JSON as they are', () => {
  expect(previewOf('request', { text: 'It rains' })).toBe('It rains');
  expect(previewOf('request', { text: '{"messages": [' })).toBe('{"messages": [');
});

it('cuts to 997 characters and an ellipsis, never through a surrogate pair', () => {
  expect(previewOf('request', { text: 'x'.repeat(1000) })).toBe('x'.repeat(1000));
  expect(previewOf('request', { text: 'x'.repeat(1001) })).toBe(`${'x'.repeat(997)}...`);
  expect(previewOf('request', { text: `${'x'.repeat(996)}${'😀'.repeat(10)}` })).toBe(
    `${'x'.repeat(996)}...`,
  );
  expect(
    previewOf('request', {
      text: JSON.stringify({ messages: [{ role: 'user', content: 'y'.repeat(2000) }] }),
    }),
  ).toBe(`${'y'.repeat(997)}...`);
});

it('does not parse a text beyond 4 million characters', () => {
  const text = JSON.stringify({ messages: [{ role: 'user', content: 'z'.repeat(4_000_000) }] });
  expect(previewOf('request', { text })).toMatch(/^\{"messages":.*\.\.\.$/);
});

it('gives up on a request wrapped without end', () => {
  const text = `${'{"request":'.repeat(100_000)}{}${'}'.repeat(100_000)}`;
  expect(previewOf('request', { text })).toBe(`${text.slice(0, 997)}...`);
});

it.each([
  ['ai.prompt', '{"system":"s","prompt":"hi"}', 'hi'],
  ['ai.prompt', '{"prompt":[{"role":"user","content":"hi"}]}', 'hi'],
  ['mastra.agent_run.output', '{"text":"hi","files":[]}', 'hi'],
  ['mastra.workflow_run.output', '{"text":7}', '{"text":7}'],
  ['traceloop.entity.input', '{"args":["hi"],"kwargs":{}}', 'hi'],
  ['traceloop.entity.input', '{"args":["hi","ho"],"kwargs":{}}', '{"args":["hi","ho"],"kwargs":{}}'],
  ['langfuse.observation.input', '{"args":[{"messages":[{"role":"user","content":"hi"}]}]}', 'hi'],
  ['mlflow.spanInputs', '{"prompt":"hi"}', '{"prompt":"hi"}'],
])('unwraps what %s holds: %s', (attribute, text, preview) => {
  expect(previewOf('request', { attribute, text })).toBe(preview);
});

describe('messages of LangChain and choices', () => {
  const preview = (kind: 'request' | 'response', value: unknown) =>
    previewOf(kind, { text: JSON.stringify(value) });

  it('are read from pairs and typed messages', () => {
    const pairs = {
      messages: [
        ['system', 'be brief'],
        ['user', 'hi'],
        ['ai', 'ho'],
      ],
    };
    expect(preview('request', pairs)).toBe('hi');
    expect(preview('response', pairs)).toBe('ho');
    const typed = {
      messages: [
        { type: 'human', content: 'hi' },
        { type: 'ai', content: [{ type: 'text', text: 'ho' }] },
      ],
    };
    expect(preview('request', typed)).toBe('hi');
    expect(preview('response', typed)).toBe('ho');
    expect(preview('response', [{ index: 0, message: { role: 'assistant', content: 'ho' } }])).toBe('ho');
  });

  it.each([[[['a', 'b']]], [[['user', 7]]], [[{ type: 'text', text: 'x' }]], [[{ type: 'human' }]]])(
    'are not seen in %j',
    (value) => {
      expect(preview('request', value)).toBe(JSON.stringify(value));
    },
  );
});
