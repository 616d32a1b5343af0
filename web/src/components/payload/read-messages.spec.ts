import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePayload, payloadText } from './parse-payload.ts';
import { readDocuments } from './read-documents.ts';
import { readMessages, type Message } from './read-messages.ts';

interface Expected {
  readonly span: string;
  readonly meaning: {
    readonly type: string;
    readonly inputs?: { readonly text: string };
    readonly outputs?: { readonly text: string };
  };
}

/** What the conventions make of traffic captured from real libraries. */
const CAPTURED = globSync(
  `${import.meta.dirname}/../../../../libs/conventions/src/*/testdata/*.expected.json`,
).map((file) => ({
  name: basename(file, '.expected.json'),
  spans: JSON.parse(readFileSync(file, 'utf8')) as Expected[],
}));

const messagesOf = (text: string): Message[] | undefined => readMessages(parsePayload(text));
const linesOf = (messages: readonly Message[] | undefined): string[] | undefined =>
  messages?.flatMap(({ role, parts }) =>
    parts.map((part) => {
      if (part.kind === 'text' || part.kind === 'reasoning') return `${role} ${part.kind}: ${part.text}`;
      if (part.kind === 'tool-call') return `${role} calls ${part.name} ${payloadText(part.input)}`;
      if (part.kind === 'tool-result') return `${role} answers ${payloadText(part.result)}`;
      return `${role} ${part.kind}`;
    }),
  );

describe('captured traffic', () => {
  it.each(CAPTURED)(
    '$name: what models are asked and answer is read as messages, none of it left as JSON',
    ({ spans }) => {
      const models = spans.filter(({ meaning }) => /^(LLM|CHAT_MODEL)$/.test(meaning.type));
      for (const { meaning } of models) {
        for (const payload of [meaning.inputs, meaning.outputs]) {
          const value = parsePayload(payload?.text ?? '');
          if (typeof value === 'string') continue;
          const messages = readMessages(value);
          expect(messages, payload?.text).toBeDefined();
          const parts = messages?.flatMap((message) => message.parts) ?? [];
          expect(messages?.length).toBeGreaterThan(0);
          expect(parts.filter(({ kind }) => kind === 'other')).toEqual([]);
        }
      }
    },
  );

  it('of retrievers is read as documents', () => {
    const found = CAPTURED.flatMap(({ spans }) =>
      spans
        .filter(({ meaning }) => meaning.type === 'RETRIEVER' && meaning.outputs !== undefined)
        .map(({ meaning }) => readDocuments(parsePayload(meaning.outputs?.text ?? ''))),
    );
    expect(found.length).toBeGreaterThan(4);
    for (const documents of found) expect(documents?.[0]?.text).toBe('Paris is in France');
    expect(found.flat().find((document) => document?.score !== undefined)?.score).toBe(0.9);
  });

  it('of tools stays a value', () => {
    expect(messagesOf('{"city": "Paris", "days": 1}')).toBeUndefined();
    expect(messagesOf('{"best":"guide-1"}')).toBeUndefined();
    expect(messagesOf('[0.25,-0.5]')).toBeUndefined();
  });
});

describe('messages by convention', () => {
  const call = { name: 'weather', city: '{"city":"Paris"}' };

  it.each<[string, unknown, string[]]>([
    [
      'OpenAI, with a call, its result and an image',
      [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,AA' } },
          ],
        },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'c', type: 'function', function: { name: call.name, arguments: call.city } }],
        },
        { role: 'tool', tool_call_id: 'c', content: 'rain' },
      ],
      ['user text: Look', 'user image', `assistant calls weather ${call.city}`, 'tool answers rain'],
    ],
    [
      'the Responses API',
      {
        model: 'gpt-5',
        instructions: 'Be brief',
        output: [
          { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm' }] },
          { type: 'function_call', call_id: 'c', name: 'weather', arguments: '{}' },
          { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Rain' }] },
        ],
      },
      ['assistant reasoning: Hm', 'assistant calls weather {}', 'assistant text: Rain'],
    ],
    [
      'Anthropic, a request',
      {
        model: 'claude',
        system: 'Be brief',
        messages: [
          {
            role: 'assistant',
            content: [
              { type: 'thinking', thinking: 'Hm' },
              { type: 'tool_use', id: 't', name: 'weather', input: 1 },
            ],
          },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: 'rain' }] },
        ],
      },
      ['system text: Be brief', 'assistant reasoning: Hm', 'assistant calls weather 1', 'user answers rain'],
    ],
    [
      'Anthropic, an answer',
      { id: 'm', type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Rain' }], usage: {} },
      ['assistant text: Rain'],
    ],
    [
      'Gemini, a request',
      {
        systemInstruction: { parts: [{ text: 'Be brief' }] },
        contents: [
          { role: 'user', parts: [{ text: 'Look' }, { inlineData: { mimeType: 'image/png', data: 'AA' } }] },
          { role: 'model', parts: [{ functionCall: { name: 'weather', args: 1 } }] },
          { role: 'user', parts: [{ functionResponse: { name: 'weather', response: 'rain' } }] },
        ],
      },
      [
        'system text: Be brief',
        'user text: Look',
        'user image',
        'assistant calls weather 1',
        'user answers rain',
      ],
    ],
    [
      'Gemini, an answer',
      {
        candidates: [
          { content: { role: 'model', parts: [{ text: 'Hm', thought: true }, { text: 'Rain' }] } },
        ],
      },
      ['assistant reasoning: Hm', 'assistant text: Rain'],
    ],
    [
      'Gemini, a text alone',
      { model: 'gemini', contents: 'Rain?', config: { systemInstruction: 'Be brief' } },
      ['system text: Be brief', 'user text: Rain?'],
    ],
    [
      'Gemini, parts alone',
      { contents: ['Look', { inlineData: { mimeType: 'image/png', data: 'AA' } }] },
      ['user text: Look', 'user image'],
    ],
    [
      'Bedrock, a request',
      {
        modelId: 'us.anthropic.claude',
        system: [{ text: 'Be brief' }],
        messages: [
          { role: 'user', content: [{ text: 'Rain?' }] },
          { role: 'assistant', content: [{ toolUse: { toolUseId: 't', name: 'weather', input: 1 } }] },
          { role: 'user', content: [{ toolResult: { toolUseId: 't', content: 'rain' } }] },
        ],
      },
      ['system text: Be brief', 'user text: Rain?', 'assistant calls weather 1', 'user answers rain'],
    ],
    [
      'Bedrock, an answer',
      {
        output: {
          message: {
            role: 'assistant',
            content: [{ reasoningContent: { reasoningText: { text: 'Hm' } } }, { text: 'Rain' }],
          },
        },
        stopReason: 'end_turn',
      },
      ['assistant reasoning: Hm', 'assistant text: Rain'],
    ],
    [
      'LlamaIndex, an answer',
      {
        message: {
          role: 'assistant',
          content: '',
          options: { toolCall: [{ id: 'c', name: 'weather', input: '{"city":"Paris"}' }] },
        },
        raw: { usage: {} },
      },
      ['assistant calls weather {"city":"Paris"}'],
    ],
    [
      'LangChain',
      {
        messages: [
          ['user', 'Rain?'],
          { type: 'ai', content: '', tool_calls: [{ id: 'c', name: 'weather', args: 1 }] },
          { type: 'tool', tool_call_id: 'c', content: 'yes' },
        ],
      },
      ['user text: Rain?', 'assistant calls weather 1', 'tool answers yes'],
    ],
    [
      'Vercel',
      [
        {
          role: 'assistant',
          content: [{ type: 'tool-call', toolCallId: 'c', toolName: 'weather', input: 1 }],
        },
        {
          role: 'tool',
          content: [{ type: 'tool-result', toolCallId: 'c', toolName: 'weather', output: 'rain' }],
        },
      ],
      ['assistant calls weather 1', 'tool answers rain'],
    ],
  ])('%s', (_, value, lines) => {
    expect(linesOf(messagesOf(JSON.stringify(value)))).toEqual(lines);
  });
});

describe('a payload', () => {
  it('keeps whole numbers that a number can’t', () => {
    expect(payloadText(parsePayload('{"exact":9007199254740993,"rain":0.25}'))).toContain('9007199254740993');
  });

  it('that is no JSON is a text', () => {
    expect(parsePayload("{'city': 'Paris'}")).toBe("{'city': 'Paris'}");
    expect(parsePayload('true story')).toBe('true story');
  });
});
