/** Langfuse: observations of every type, the wrapped OpenAI client, attributes of the whole trace. */
import { observeOpenAI } from '@langfuse/openai';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { observe, propagateAttributes, startActiveObservation, startObservation } from '@langfuse/tracing';
import OpenAI from 'openai';
import { failing, messages, WEATHER } from './conversation.mjs';
import { exporter, install } from './otel.mjs';

const provider = install([
  new LangfuseSpanProcessor({
    exporter: exporter(),
    publicKey: 'pk-lf-not-a-key',
    secretKey: 'sk-lf-not-a-key',
    environment: 'staging',
    release: '2026.11',
    exportMode: 'immediate',
    mediaUploadEnabled: false,
  }),
]);
const prompt = { name: 'travel-agent', version: 3, isFallback: false };
const client = observeOpenAI(new OpenAI(), { langfusePrompt: prompt, generationName: 'answer' });
const tools = [
  {
    type: 'function',
    function: { name: 'weather', description: WEATHER.description, parameters: WEATHER.schema },
  },
];

const findGuides = observe(
  async (query) => [{ id: 'guide-1', content: `${query} is in France`, score: 0.9 }],
  {
    name: 'find-guides',
    asType: 'retriever',
  },
);

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
  const weather = startObservation(
    'weather',
    { input: JSON.parse(call.tool_calls[0].function.arguments) },
    { asType: 'tool' },
  );
  weather.update({ output: 'rain until noon' }).end();
  const told = { role: 'tool', tool_call_id: call.tool_calls[0].id, content: 'rain until noon' };
  await client.chat.completions.create({ model: 'gpt-4o-mini', messages: [...asked, call, told], tools });
}

const traveller = {
  userId: 'user-3',
  sessionId: 'session-7',
  tags: ['beta', 'paris'],
  metadata: { plan: 'gold' },
  traceName: 'trip',
};
await propagateAttributes(traveller, () =>
  startActiveObservation(
    'travel-agent',
    async (agent) => {
      agent.update({ input: { messages: messages('Will it rain in Paris?') }, metadata: { step: 1 } });
      await findGuides('Paris');
      await converse();
      const vector = startObservation(
        'embed',
        { model: 'text-embedding-3-small', input: 'Paris' },
        { asType: 'embedding' },
      );
      vector.update({ usageDetails: { input: 5 }, output: [0.25, -0.5] }).end();
      // Written by hand, as an application would for a provider that Langfuse does not wrap.
      const claude = startObservation(
        'claude',
        { model: 'claude-sonnet-5', input: messages('Hello'), completionStartTime: new Date() },
        { asType: 'generation' },
      );
      const usageDetails = {
        input: 12,
        cache_read_input_tokens: 100,
        cache_creation_input_tokens: 20,
        output: 7,
      };
      claude.update({ output: 'Hello', usageDetails, costDetails: { total: 0.0012 } }).end();
      await failing(() =>
        client.chat.completions.create({ model: 'missing-model', messages: messages('Hello') }),
      );
      agent.update({ output: { choices: [{ message: { role: 'assistant', content: 'It will rain.' } }] } });
    },
    { asType: 'agent' },
  ),
);
await provider.shutdown();
