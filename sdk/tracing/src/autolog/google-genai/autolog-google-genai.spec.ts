import {
  GoogleGenAI,
  Models,
  type CallableTool,
  type GenerateContentParameters,
  type GenerateContentResponse,
} from '@google/genai';
import { describe, expect, it } from 'vitest';
import {
  ANSWER,
  describeModelClient,
  jsonOf,
  MODEL,
  QUESTION,
  watching,
  type AskedClient,
  type Question,
} from '../../../../../test/support/tracing/model-client-contract.ts';
import { autologGoogleGenAI } from './autolog-google-genai.ts';

const DECLARATION = { name: 'turn', parametersJsonSchema: { type: 'object', properties: {} } };
const METHODS = ['generateContentInternal', 'generateContentStreamInternal', 'embedContentInternal'];

function connect(baseUrl: string): GoogleGenAI {
  return new GoogleGenAI({ apiKey: 'key', httpOptions: { baseUrl } });
}

function bodyOf({ model, text, system, hasTool = false }: Question): GenerateContentParameters {
  return {
    model,
    contents: text,
    config: {
      ...(system !== undefined && { systemInstruction: system }),
      ...(hasTool && { tools: [{ functionDeclarations: [DECLARATION] }] }),
    },
  };
}

function clientOf(url: string): AskedClient {
  const { models } = connect(url);
  const body = (question: Question): GenerateContentParameters => {
    const { config, ...rest } = bodyOf(question);
    return { ...rest, config: { ...config, ...(question.signal && { abortSignal: question.signal }) } };
  };
  return {
    ask: (question) => models.generateContent(body(question)),
    stream: (question) => models.generateContentStream(body(question)),
  };
}

describeModelClient('autologGoogleGenAI', {
  provider: 'gemini',
  messageFormat: 'gemini',
  autolog: () => autologGoogleGenAI(Models),
  connect: clientOf,
  inputs: bodyOf,
  outputs: (answer) => {
    const { sdkHttpResponse: _headers, ...content } = answer as GenerateContentResponse;
    return content;
  },
  read: (outputs) => {
    const [candidate] = (outputs as GenerateContentResponse).candidates ?? [];
    const parts = candidate?.content?.parts ?? [];
    return {
      text: parts.map(({ text = '' }) => text).join(''),
      toolCalls: parts.flatMap(({ functionCall: call }) =>
        call ? [{ name: call.name ?? '', input: call.args }] : [],
      ),
      finish: candidate?.finishReason,
    };
  },
  methods: () => METHODS.map((name) => Reflect.get(Models.prototype, name)),
});

describe('what else Google’s client does', () => {
  const watched = watching(() => autologGoogleGenAI(Models));

  it('tells messages of a chat, streamed ones too, with what was said before', async () => {
    const chat = connect(watched.url).chats.create({ model: MODEL });
    expect((await chat.sendMessage({ message: QUESTION.text })).text).toBe(ANSWER);
    for await (const chunk of await chat.sendMessageStream({ message: 'And now?' }))
      expect(chunk.text).toBeDefined();
    const [, second] = await watched.spans();
    if (!second) throw new Error('a span is missing');
    expect(jsonOf(second, 'mlflow.spanInputs')).toMatchObject({
      contents: [{ role: 'user' }, { role: 'model', parts: [{ text: ANSWER }] }, { role: 'user' }],
    });
    expect(jsonOf(second, 'mlflow.spanOutputs')).toMatchObject({
      candidates: [{ content: { role: 'model', parts: [{ text: 'You said: And now?' }] } }],
    });
  });

  it('tells each request where the package calls a tool by itself', async () => {
    const tool: CallableTool = {
      tool: () => Promise.resolve({ functionDeclarations: [DECLARATION] }),
      callTool: () =>
        Promise.resolve([{ functionResponse: { name: 'turn', response: { way: 'clockwise' } } }]),
    };
    const { models } = connect(watched.url);
    const answer = await models.generateContent({ ...bodyOf(QUESTION), config: { tools: [tool] } });
    expect(answer.text).toContain('clockwise');
    const spans = await watched.spans();
    expect(spans.map((span) => jsonOf(span, 'mlflow.chat.tools'))).toMatchObject([
      [{ function: { name: 'turn' } }],
      [{ function: { name: 'turn' } }],
    ]);
  });

  it('tells embeddings', async () => {
    await connect(watched.url).models.embedContent({ model: 'gemini-embedding-001', contents: 'wheel' });
    const span = await watched.onlySpan();
    expect(span.attributes.get('mlflow.spanType')).toBe('EMBEDDING');
    expect(jsonOf(span, 'mlflow.spanOutputs')).toMatchObject({
      embeddings: [{ values: [0.25, -0.5, 0.125] }],
    });
  });

  it('keeps no headers, which may hold keys', async () => {
    const config = { httpOptions: { headers: { authorization: 'Bearer secret' } } };
    await connect(watched.url).models.generateContent({ ...bodyOf(QUESTION), config });
    expect(JSON.stringify([...(await watched.onlySpan()).attributes])).not.toContain('secret');
  });
});
