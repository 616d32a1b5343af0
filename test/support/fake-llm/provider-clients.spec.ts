import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeLlm, type FakeLlm } from './fake-llm.ts';

// The providers' own libraries understand what the fake says; they are the only proof there is that it speaks their protocols.

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(() => llm.stop());

const QUESTION = 'Is the sky blue?';
const SCHEMA = {
  type: 'object' as const,
  properties: { rationale: { type: 'string' }, result: { type: 'string', enum: ['yes', 'no'] } },
  required: ['rationale', 'result'],
  additionalProperties: false,
};
const YES = { rationale: 'The fake judge says yes.', result: 'yes' };
const NO = { rationale: 'The fake judge says no.', result: 'no' };
const WEATHER = { type: 'object' as const, properties: { city: { type: 'string' } } };

interface Said {
  readonly text: string;
  readonly finish: string | null | undefined;
  readonly inputTokens: number | undefined;
  readonly toolCall?: unknown;
}

/** One question to one model in the words of one library. */
interface Client {
  judge(model: string, question: string): Promise<Said>;
  stream(model: string, question: string): Promise<string>;
  useTool(model: string, question: string): Promise<Said>;
}

function openAi(): Client {
  const client = new OpenAI({ apiKey: 'sk-fake', baseURL: llm.url, maxRetries: 0 });
  const said = ({ choices: [choice], usage }: OpenAI.ChatCompletion): Said => {
    const call = choice?.message.tool_calls?.[0];
    return {
      text: choice?.message.content ?? '',
      finish: choice?.finish_reason,
      inputTokens: usage?.prompt_tokens,
      toolCall: call?.type === 'function' ? JSON.parse(call.function.arguments) : undefined,
    };
  };
  const ask = (content: string) => [{ role: 'user' as const, content }];
  return {
    judge: async (model, question) => {
      const json_schema = { name: 'verdict', strict: true, schema: SCHEMA };
      const response_format = { type: 'json_schema' as const, json_schema };
      return said(await client.chat.completions.create({ model, messages: ask(question), response_format }));
    },
    stream: async (model, question) => {
      const chunks = await client.chat.completions.create({ model, messages: ask(question), stream: true });
      let text = '';
      for await (const chunk of chunks) text += chunk.choices[0]?.delta.content ?? '';
      return text;
    },
    useTool: async (model, question) => {
      const tools = [{ type: 'function' as const, function: { name: 'weather', parameters: WEATHER } }];
      return said(await client.chat.completions.create({ model, messages: ask(question), tools }));
    },
  };
}

function openAiResponses(): Client {
  const client = new OpenAI({ apiKey: 'sk-fake', baseURL: llm.url, maxRetries: 0 });
  const said = (response: OpenAI.Responses.Response): Said => {
    const call = response.output.find((item) => item.type === 'function_call');
    return {
      text: response.output_text,
      finish: response.incomplete_details?.reason ?? response.status,
      inputTokens: response.usage?.input_tokens,
      toolCall: call && JSON.parse(call.arguments),
    };
  };
  return {
    judge: async (model, input) => {
      const format = { type: 'json_schema' as const, name: 'verdict', schema: SCHEMA };
      return said(await client.responses.create({ model, input, text: { format } }));
    },
    stream: async (model, input) => {
      let text = '';
      for await (const event of await client.responses.create({ model, input, stream: true })) {
        if (event.type === 'response.output_text.delta') text += event.delta;
      }
      return text;
    },
    useTool: async (model, input) => {
      const weather = { type: 'function' as const, name: 'weather', parameters: WEATHER, strict: false };
      return said(await client.responses.create({ model, input, tools: [weather] }));
    },
  };
}

function anthropic(): Client {
  const baseURL = llm.url.replace('/v1', '');
  const client = new Anthropic({ apiKey: 'sk-fake', baseURL, maxRetries: 0 });
  const said = ({ content, stop_reason, usage }: Anthropic.Message): Said => ({
    text: content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
    finish: stop_reason,
    inputTokens: usage.input_tokens,
    toolCall: content.find((block) => block.type === 'tool_use')?.input,
  });
  const ask = (model: string, content: string) => ({
    model,
    max_tokens: 100,
    messages: [{ role: 'user' as const, content }],
  });
  return {
    judge: async (model, question) => {
      const format = { type: 'json_schema' as const, schema: SCHEMA };
      return said(await client.messages.create({ ...ask(model, question), output_config: { format } }));
    },
    stream: (model, question) => client.messages.stream(ask(model, question)).finalText(),
    useTool: async (model, question) => {
      const tools = [{ name: 'weather', input_schema: WEATHER }];
      return said(await client.messages.create({ ...ask(model, question), tools }));
    },
  };
}

function gemini(): Client {
  const baseUrl = llm.url.replace('/v1', '');
  const client = new GoogleGenAI({ apiKey: 'fake', httpOptions: { baseUrl } });
  return {
    judge: async (model, contents) => {
      const config = { responseMimeType: 'application/json', responseJsonSchema: SCHEMA };
      const answer = await client.models.generateContent({ model, contents, config });
      return {
        text: answer.text ?? '',
        finish: answer.candidates?.[0]?.finishReason,
        inputTokens: answer.usageMetadata?.promptTokenCount,
      };
    },
    stream: async (model, contents) => {
      let text = '';
      for await (const chunk of await client.models.generateContentStream({ model, contents })) {
        text += chunk.text ?? '';
      }
      return text;
    },
    useTool: async (model, contents) => {
      const functionDeclarations = [{ name: 'weather', parametersJsonSchema: WEATHER }];
      const config = { tools: [{ functionDeclarations }] };
      const answer = await client.models.generateContent({ model, contents, config });
      const toolCall = answer.functionCalls?.[0]?.args;
      return { text: '', finish: answer.candidates?.[0]?.finishReason, inputTokens: undefined, toolCall };
    },
  };
}

describe.each([
  ['openai, chat completions', openAi, { whole: 'stop', cut: 'length' }],
  ['openai, responses', openAiResponses, { whole: 'completed', cut: 'max_output_tokens' }],
  ['@anthropic-ai/sdk', anthropic, { whole: 'end_turn', cut: 'max_tokens' }],
  ['@google/genai', gemini, { whole: 'STOP', cut: 'MAX_TOKENS' }],
])('%s', (_, clientOf, finish) => {
  it('gets the JSON of a schema', async () => {
    const said = await clientOf().judge('some-model', QUESTION);
    expect(JSON.parse(said.text)).toEqual(YES);
    expect(said).toMatchObject({ finish: finish.whole, inputTokens: 7 });
  });

  it('streams', async () => {
    expect(await clientOf().stream('some-model', QUESTION)).toBe(`You said: ${QUESTION}`);
  });

  it('calls a tool', async () => {
    expect((await clientOf().useTool('some-model', QUESTION)).toolCall).toEqual({ city: 'Paris' });
  });

  it('hears no from a model, or because of a mark in the content', async () => {
    const byModel = await clientOf().judge('judge-always-no', QUESTION);
    const byMark = await clientOf().judge('some-model', `${QUESTION} [[fake: always-no]]`);
    expect([byModel, byMark].map(({ text }) => JSON.parse(text))).toEqual([NO, NO]);
  });

  it('is answered in a wrong schema once, then rightly', async () => {
    const client = clientOf();
    const texts = [];
    const model = `${clientOf.name}-wrong-schema-once`;
    for (let time = 0; time < 2; time++) texts.push((await client.judge(model, QUESTION)).text);
    expect(texts.map((text) => JSON.parse(text))).toEqual([{ opinion: 'maybe' }, YES]);
    expect(JSON.parse((await client.judge('wrong-schema-always', QUESTION)).text)).not.toHaveProperty(
      'result',
    );
  });

  it('is told what is no JSON, and that an answer was cut', async () => {
    expect((await clientOf().judge('not-json', QUESTION)).text).toMatch(/^I would say/);
    const cut = await clientOf().judge('cut-answer', QUESTION);
    expect(cut.finish).toBe(finish.cut);
    expect(() => JSON.parse(cut.text)).toThrow();
  });

  it.each([
    ['always-429', 429],
    ['always-500', 500],
    ['wrong-key', 401],
    ['missing-model', 404],
  ])('knows %s as what it is', async (model, status) => {
    await expect(clientOf().judge(model, QUESTION)).rejects.toMatchObject({ status });
  });
});

it('answers a question by its hash the same each time, and about as often yes as it is told', async () => {
  const client = openAi();
  const ask = async (number: number): Promise<string> =>
    JSON.parse((await client.judge('yes-30-percent', `question ${number}`)).text).result;
  const numbers = Array.from({ length: 200 }, (_, index) => index);
  const verdicts = await Promise.all(numbers.map(ask));
  expect(await Promise.all(numbers.map(ask))).toEqual(verdicts);
  const yes = verdicts.filter((verdict) => verdict === 'yes').length;
  expect(yes).toBeGreaterThan(40);
  expect(yes).toBeLessThan(80);
});

it('tells what was asked about one thing', async () => {
  await openAi().judge('some-model', 'about the-one-trace');
  await anthropic().judge('some-model', 'about the-one-trace');
  await anthropic().judge('some-model', 'about another');
  expect(llm.requestsWith('the-one-trace')).toHaveLength(2);
  const told = await (await fetch(`${llm.url}/requests?with=the-one-trace`)).json();
  expect(told).toEqual({ requests: llm.requestsWith('the-one-trace') });
});
