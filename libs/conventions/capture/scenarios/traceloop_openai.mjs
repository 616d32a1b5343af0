/** Traceloop's OpenLLMetry for JavaScript: decorated functions around OpenAI, association properties, a vector database's events. */
import * as traceloop from '@traceloop/node-server-sdk';
import OpenAI from 'openai';
import { failing, messages, WEATHER } from './conversation.mjs';
import { exporter } from './otel.mjs';

traceloop.initialize({
  appName: process.env.OTEL_SERVICE_NAME,
  exporter: exporter(),
  disableBatch: true,
  traceloopSyncEnabled: false,
  silenceInitializationMessage: true,
  instrumentModules: { openAI: OpenAI },
});
const client = new OpenAI();
const tools = [
  {
    type: 'function',
    function: { name: 'weather', description: WEATHER.description, parameters: WEATHER.schema },
  },
];

async function converse() {
  await client.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: messages('Where is Paris?'),
    temperature: 0.2,
  });
  const stream = await client.chat.completions.create({
    model: 'o4-mini',
    messages: messages('What is a visa?'),
    stream: true,
    stream_options: { include_usage: true },
  });
  for await (const _ of stream);
  const asked = messages('Will it rain in Paris?');
  const answer = await client.chat.completions.create({ model: 'gpt-4o-mini', messages: asked, tools });
  const call = answer.choices[0].message;
  const content = await traceloop.withTool(
    { name: 'weather' },
    async ({ city }) => `rain until noon in ${city}`,
    {
      city: 'Paris',
    },
  );
  const told = { role: 'tool', tool_call_id: call.tool_calls[0].id, content };
  await client.chat.completions.create({ model: 'gpt-4o-mini', messages: [...asked, call, told], tools });
  await failing(() =>
    client.chat.completions.create({ model: 'missing-model', messages: messages('Hello') }),
  );
}

const associationProperties = { session_id: 'session-7', user_id: 'user-3', plan: 'gold' };
await traceloop.withWorkflow(
  { name: 'trip', associationProperties },
  async (question) => {
    await traceloop.withTask({ name: 'plan' }, async () => 'ask the agent');
    await traceloop.withVectorDBCall({ vendor: 'guides', type: 'query' }, async ({ span }) => {
      span.reportQuery({ queryVector: [0.25, -0.5] });
      span.reportResults({
        results: [{ ids: 'guide-1', scores: 0.9, documents: 'Paris is in France', metadata: { page: 1 } }],
      });
    });
    await traceloop.withAgent({ name: 'travel-agent' }, converse, question);
    await traceloop.withLLMCall({ vendor: 'homemade', type: 'chat' }, async ({ span }) => {
      span.reportRequest({ model: 'home-1', messages: messages('Hello') });
      span.reportResponse({
        model: 'home-1',
        usage: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 },
        completions: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'Hello' } }],
      });
    });
    return 'It will rain.';
  },
  'Will it rain in Paris?',
);
await traceloop.forceFlush();
