/** LangSmith for JavaScript, exporting OpenTelemetry: traceable functions around the wrapped OpenAI client. */
import OpenAI from 'openai';
import { LangSmithOTLPSpanProcessor } from 'langsmith/experimental/otel/processor';
import { initializeOTEL } from 'langsmith/experimental/otel/setup';
import { traceable } from 'langsmith/traceable';
import { wrapOpenAI } from 'langsmith/wrappers';
import { failing, messages, WEATHER } from './conversation.mjs';
import { exporter, install } from './otel.mjs';

const provider = install([new LangSmithOTLPSpanProcessor(exporter())]);
initializeOTEL({ globalTracerProvider: provider, skipGlobalContextManagerSetup: true });
const client = wrapOpenAI(new OpenAI());
const tools = [
  {
    type: 'function',
    function: { name: 'weather', description: WEATHER.description, parameters: WEATHER.schema },
  },
];
const weather = traceable(async ({ city }) => `rain until noon in ${city}`, {
  name: 'weather',
  run_type: 'tool',
});
const findGuides = traceable(
  async (query) => [{ page_content: `${query} is in France`, type: 'Document', metadata: {} }],
  {
    name: 'find-guides',
    run_type: 'retriever',
  },
);
const agent = traceable(
  async (_question) => {
    await findGuides('Paris');
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
    const told = {
      role: 'tool',
      tool_call_id: call.tool_calls[0].id,
      content: await weather({ city: 'Paris' }),
    };
    await client.chat.completions.create({ model: 'gpt-4o-mini', messages: [...asked, call, told], tools });
    await client.embeddings.create({ model: 'text-embedding-3-small', input: 'Paris in spring' });
    await failing(() =>
      client.chat.completions.create({ model: 'missing-model', messages: messages('Hello') }),
    );
    return 'It will rain.';
  },
  {
    name: 'travel-agent',
    run_type: 'chain',
    tags: ['beta', 'paris'],
    metadata: { session_id: 'session-7', user_id: 'user-3', plan: 'gold' },
  },
);
await agent('Will it rain in Paris?');
await provider.shutdown();
