import type { JsonValue } from '@millrace/domain';
import { expect, it } from 'vitest';
import { textOf, textsOf } from './text-of.ts';

it.each<[string, JsonValue | undefined, string | undefined]>([
  ['nothing', undefined, undefined],
  ['null', null, undefined],
  ['a text', 'Paris', 'Paris'],
  ['an empty text', '', ''],
  ['a number', 42, '42'],
  ['a boolean', false, 'false'],
  [
    "OpenAI's chat completion",
    {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      model: 'gpt-4.1-mini-2025-04-14',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Paris', refusal: null, annotations: [] },
          finish_reason: 'stop',
          logprobs: null,
        },
      ],
      usage: { prompt_tokens: 8, completion_tokens: 1, total_tokens: 9 },
    },
    'Paris',
  ],
  [
    "OpenAI's response",
    {
      object: 'response',
      output: [
        { type: 'reasoning', summary: [] },
        {
          type: 'message',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'Paris', annotations: [] }],
        },
      ],
    },
    'Paris',
  ],
  [
    "Anthropic's message",
    {
      type: 'message',
      role: 'assistant',
      content: [
        { type: 'text', text: 'It is ' },
        { type: 'text', text: 'Paris' },
      ],
      stop_reason: 'end_turn',
    },
    'It is Paris',
  ],
  [
    'messages',
    {
      messages: [
        { role: 'user', content: '?' },
        { role: 'assistant', content: 'Paris' },
      ],
    },
    'Paris',
  ],
  ['a list of messages', [{ role: 'assistant', content: 'Paris' }], 'Paris'],
  [
    "messages of OpenTelemetry's convention",
    [{ role: 'assistant', parts: [{ type: 'text', content: 'Paris' }], finish_reason: 'stop' }],
    'Paris',
  ],
  ['an object with an answer', { answer: 'Paris', sources: ['a'] }, 'Paris'],
  ['an object with a response', { confidence: 1, response: 'Paris' }, 'Paris'],
  ['another object', { city: 'Paris' }, '{"city":"Paris"}'],
  ['a list', ['Paris', 1], '["Paris",1]'],
  [
    'a message that only calls tools',
    { role: 'assistant', content: null, tool_calls: [{ id: '1' }] },
    '{"role":"assistant","content":null,"tool_calls":[{"id":"1"}]}',
  ],
])('reads %s', (_, outputs, text) => {
  expect(textOf(outputs)).toBe(text);
});

it('reads several texts of an expectation', () => {
  expect(textsOf('a')).toEqual(['a']);
  expect(textsOf(['a', { answer: 'b' }, null, ''])).toEqual(['a', 'b']);
  expect(textsOf([{ role: 'assistant', content: 'c' }])).toEqual(['c']);
  expect(textsOf(undefined)).toEqual([]);
});
