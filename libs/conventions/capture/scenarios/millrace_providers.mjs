/** @millrace/tracing: its autologs of model clients, each with a tool, a stream and what the provider refuses. */
import Anthropic from '@anthropic-ai/sdk';
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { GoogleGenAI, Models } from '@google/genai';
import { BaseRetriever } from '@llamaindex/core/retriever';
import { TextNode } from '@llamaindex/core/schema';
import { FunctionTool } from '@llamaindex/core/tools';
import { OpenAI } from '@llamaindex/openai';
import { JsonTraceSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import {
  autologAnthropic,
  autologBedrock,
  autologGoogleGenAI,
  autologLlamaIndex,
  flush,
  init,
  withSpan,
} from '../../../../sdk/tracing/src/index.ts';
import { failing, messages, SYSTEM_PROMPT, WEATHER } from './conversation.mjs';

// What the collector keeps.
ProtobufTraceSerializer.serializeRequest = JsonTraceSerializer.serializeRequest;
ProtobufTraceSerializer.deserializeResponse = () => ({});

const provider = process.env.PROVIDER;
const QUESTION = 'Will it rain in Paris?';
const origin = new URL(process.env.OPENAI_BASE_URL).origin;
const readAll = async (stream) => {
  for await (const chunk of await stream) if (chunk === undefined) throw new Error('an empty chunk');
};

async function anthropic() {
  autologAnthropic(Anthropic);
  const client = new Anthropic({ apiKey: 'not-a-key', baseURL: origin, maxRetries: 0 });
  const body = {
    ...{ model: 'claude-sonnet-5-5', max_tokens: 100, system: SYSTEM_PROMPT },
    tools: [{ name: 'weather', description: WEATHER.description, input_schema: WEATHER.schema }],
  };
  const asked = [{ role: 'user', content: QUESTION }];
  const { role, content } = await client.messages.create({ ...body, messages: asked });
  const result = { type: 'tool_result', tool_use_id: content[0].id, content: 'rain' };
  const answered = [...asked, { role, content }, { role: 'user', content: [result] }];
  await client.messages.stream({ ...body, messages: answered }).finalText();
  await failing(() => client.messages.create({ ...body, model: 'missing-model', messages: asked }));
}

async function gemini() {
  autologGoogleGenAI(Models);
  const { models } = new GoogleGenAI({ apiKey: 'not-a-key', httpOptions: { baseUrl: origin } });
  const declaration = {
    name: 'weather',
    description: WEATHER.description,
    parametersJsonSchema: WEATHER.schema,
  };
  const body = {
    model: 'gemini-2.5-flash',
    config: { systemInstruction: SYSTEM_PROMPT, tools: [{ functionDeclarations: [declaration] }] },
  };
  const { candidates } = await models.generateContent({ ...body, contents: QUESTION });
  const response = { functionResponse: { name: 'weather', response: { weather: 'rain' } } };
  const contents = [
    { role: 'user', parts: [{ text: QUESTION }] },
    candidates[0].content,
    { role: 'user', parts: [response] },
  ];
  await readAll(models.generateContentStream({ ...body, contents }));
  await models.embedContent({ model: 'gemini-embedding-001', contents: QUESTION });
}

async function bedrock() {
  autologBedrock(BedrockRuntimeClient);
  const credentials = { accessKeyId: 'not-a-key', secretAccessKey: 'not-a-key' };
  const client = new BedrockRuntimeClient({ region: 'us-east-1', endpoint: origin, credentials });
  const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
  const toolSpec = {
    name: 'weather',
    description: WEATHER.description,
    inputSchema: { json: WEATHER.schema },
  };
  const input = { modelId, system: [{ text: SYSTEM_PROMPT }], toolConfig: { tools: [{ toolSpec }] } };
  const asked = [{ role: 'user', content: [{ text: QUESTION }] }];
  const { output } = await client.send(new ConverseCommand({ ...input, messages: asked }));
  const { toolUseId } = output.message.content[0].toolUse;
  const result = { toolResult: { toolUseId, content: [{ text: 'rain' }] } };
  const answered = [...asked, output.message, { role: 'user', content: [result] }];
  const { stream } = await client.send(new ConverseStreamCommand({ ...input, messages: answered }));
  await readAll(stream);
  const body = {
    ...{ anthropic_version: 'bedrock-2023-05-31', max_tokens: 100, system: SYSTEM_PROMPT },
    messages: [{ role: 'user', content: QUESTION }],
  };
  await client.send(new InvokeModelCommand({ modelId, body: JSON.stringify(body) }));
  client.destroy();
}

class Guides extends BaseRetriever {
  async _retrieve() {
    return [{ node: new TextNode({ id_: 'guide-1', text: 'Paris is in France' }), score: 0.9 }];
  }
}

async function llamaindex() {
  autologLlamaIndex(OpenAI, BaseRetriever);
  await new Guides().retrieve('Paris');
  const llm = new OpenAI({ apiKey: 'not-a-key', model: 'gpt-4o-mini', maxRetries: 0 });
  const { description, schema: parameters } = WEATHER;
  const weather = FunctionTool.from(() => 'rain', { name: 'weather', description, parameters });
  const { newMessages } = await llm.exec({ messages: messages(QUESTION), tools: [weather] });
  const stream_options = { include_usage: true };
  await readAll(
    llm.chat({
      messages: [...messages(QUESTION), ...newMessages],
      stream: true,
      additionalChatOptions: { stream_options },
    }),
  );
}

init({ url: process.env.COLLECTOR_URL, experiment: { id: '1' } });
const scenario = { anthropic, gemini, bedrock, llamaindex }[provider];
await withSpan({ name: 'travel-agent', type: 'AGENT', inputs: { question: QUESTION } }, scenario);
await flush();
