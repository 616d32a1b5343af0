import { Rejected } from '@millrace/domain';
import { expect, it } from 'vitest';
import { readChatBody, toChatRequest } from './chat-body.ts';

const HELLO = { role: 'user', content: 'hello' };

it('reads every kind of message', () => {
  const call = { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{}' } };
  const { messages } = toChatRequest(
    readChatBody({
      messages: [
        {
          role: 'developer',
          content: [
            { type: 'text', text: 'be ' },
            { type: 'text', text: 'brief' },
          ],
        },
        { role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }] },
        { role: 'assistant', content: null, tool_calls: [call] },
        { role: 'tool', tool_call_id: 'c1', content: 'rain' },
      ],
    }),
  );
  expect(messages).toEqual([
    { role: 'system', text: 'be brief' },
    { role: 'user', parts: [{ kind: 'image', url: 'https://example.com/a.png' }] },
    { role: 'assistant', text: '', toolCalls: [{ id: 'c1', name: 'weather', arguments: '{}' }] },
    { role: 'tool', toolCallId: 'c1', toolName: 'weather', text: 'rain' },
  ]);
});

it('reads how the answer should be', () => {
  const schema = { type: 'object' };
  const request = toChatRequest(
    readChatBody({
      messages: [HELLO],
      max_tokens: 5,
      max_completion_tokens: 7,
      stop: 'end',
      response_format: { type: 'json_schema', json_schema: { name: 'A', schema } },
      tool_choice: { type: 'function', function: { name: 'weather' } },
      user: 'is not told to providers',
    }),
  );
  expect(request).toMatchObject({
    maxOutputTokens: 7,
    stop: ['end'],
    json: { name: 'A', schema },
    toolChoice: { name: 'weather' },
  });
});

it.each([
  [{}, /messages/],
  [{ messages: [] }, /messages/],
  [{ messages: [{ role: 'nobody', content: '' }] }, /messages\.0/],
  [{ messages: [{ role: 'user', content: [{ type: 'input_audio' }] }] }, /messages\.0\.content/],
  [{ messages: [HELLO], n: 2 }, /only one choice/],
  [{ messages: [HELLO], logprobs: true }, /probabilities/],
  [{ messages: [HELLO], temperature: 'hot' }, /temperature/],
])('refuses %j', (body, reason) => {
  expect(() => readChatBody(body)).toThrow(reason);
  expect(() => readChatBody(body)).toThrow(Rejected);
});

it('a tool that nobody called is refused', () => {
  const body = readChatBody({ messages: [HELLO, { role: 'tool', tool_call_id: 'c9', content: '' }] });
  expect(() => toChatRequest(body)).toThrow(/c9/);
});
