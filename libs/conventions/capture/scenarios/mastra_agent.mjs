/** Mastra: an agent with tools (asked and streamed) and a workflow, exported by @mastra/otel-exporter. */
import { createOpenAI } from '@ai-sdk/openai';
import { Agent } from '@mastra/core/agent';
import { Mastra } from '@mastra/core/mastra';
import { createTool } from '@mastra/core/tools';
import { createStep, createWorkflow } from '@mastra/core/workflows';
import { Observability } from '@mastra/observability';
import { OtelExporter } from '@mastra/otel-exporter';
import { z } from 'zod';
import { SYSTEM_PROMPT, WEATHER } from './conversation.mjs';

const openai = createOpenAI();
const city = z.object({ city: z.string() });
const weather = createTool({
  id: 'weather',
  description: WEATHER.description,
  inputSchema: city,
  execute: async (input) => `rain until noon in ${input.city ?? input.context.city}`,
});
const flights = createTool({
  id: 'flights',
  description: 'Flights to a city',
  inputSchema: city,
  execute: async () => {
    throw new Error('no flights');
  },
});
const agent = (id, model, tools = {}) =>
  new Agent({ id, name: id, instructions: SYSTEM_PROMPT, model: openai.chat(model), tools, maxRetries: 0 });
const lookUp = createStep({
  id: 'look-up',
  inputSchema: city,
  outputSchema: z.object({ country: z.string() }),
  execute: async () => ({ country: 'France' }),
});
const trip = createWorkflow({
  id: 'trip',
  inputSchema: city,
  outputSchema: z.object({ country: z.string() }),
})
  .then(lookUp)
  .commit();

const endpoint = `${process.env.COLLECTOR_URL}/v1/traces`;
const mastra = new Mastra({
  agents: {
    guide: agent('guide', 'gpt-4o-mini'),
    thinker: agent('thinker', 'o4-mini'),
    forecaster: agent('forecaster', 'gpt-4o-mini', { weather }),
    booker: agent('booker', 'gpt-4o-mini', { flights }),
    nobody: agent('nobody', 'missing-model'),
  },
  workflows: { trip },
  logger: false,
  observability: new Observability({
    configs: {
      otel: {
        serviceName: process.env.OTEL_SERVICE_NAME,
        exporters: [
          new OtelExporter({
            provider: { custom: { endpoint, protocol: 'http/json' } },
            signals: { logs: false },
          }),
        ],
      },
    },
  }),
});
const options = {
  tracingOptions: { metadata: { userId: 'user-3', sessionId: 'session-7' }, tags: ['beta', 'paris'] },
  memory: { thread: 'thread-5', resource: 'user-3' },
};
await mastra
  .getAgent('guide')
  .generate('Where is Paris?', { ...options, modelSettings: { temperature: 0.2 } });
const stream = await mastra.getAgent('thinker').stream('What is a visa?', options);
for await (const _ of stream.textStream);
await mastra.getAgent('forecaster').generate('Will it rain in Paris?', options);
await mastra.getAgent('booker').generate('Will it rain in Paris?', options);
try {
  await mastra
    .getAgent('nobody')
    .generate('Where is Paris?', { ...options, modelSettings: { maxRetries: 0 } });
} catch {
  // Expected; older versions return instead of throwing.
}
const run = await mastra.getWorkflow('trip').createRun();
await run.start({ inputData: { city: 'Paris' }, tracingOptions: options.tracingOptions });
await mastra.shutdown();
