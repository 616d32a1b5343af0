/** Vercel's AI SDK: 5 and before write ai.* beside gen_ai.*; 7 writes gen_ai.* with @ai-sdk/otel, or what 5 wrote (TELEMETRY=legacy). */
import { createOpenAI } from '@ai-sdk/openai';
import * as ai from 'ai';
import { z } from 'zod';
import { failing, SYSTEM_PROMPT, WEATHER } from './conversation.mjs';
import { install } from './otel.mjs';

const provider = install();
const openai = createOpenAI();
const isVersion7 = 'registerTelemetry' in ai;
if (isVersion7) {
  const { LegacyOpenTelemetry, OpenTelemetry } = await import('@ai-sdk/otel');
  const everything = {
    usage: true,
    providerMetadata: true,
    embedding: true,
    runtimeContext: true,
    toolChoice: true,
  };
  ai.registerTelemetry(
    process.env.TELEMETRY === 'legacy'
      ? new LegacyOpenTelemetry()
      : new OpenTelemetry({ ...everything, schema: true }),
  );
}
const telemetry = isVersion7
  ? { telemetry: { functionId: 'travel' }, runtimeContext: { userId: 'user-3', sessionId: 'session-7' } }
  : {
      experimental_telemetry: {
        isEnabled: true,
        functionId: 'travel',
        metadata: { userId: 'user-3', sessionId: 'session-7', tags: ['beta', 'paris'] },
      },
    };
const tools = {
  weather: ai.tool({
    description: WEATHER.description,
    inputSchema: z.object({ city: z.string() }),
    execute: async ({ city }) => `rain until noon in ${city}`,
  }),
  flights: ai.tool({
    description: 'Flights to a city',
    inputSchema: z.object({ city: z.string() }),
    execute: async () => {
      throw new Error('no flights');
    },
  }),
};
const instructions = isVersion7 ? { instructions: SYSTEM_PROMPT } : { system: SYSTEM_PROMPT };
const common = { ...instructions, maxRetries: 0, ...telemetry };

await ai.generateText({
  model: openai.chat('gpt-4o-mini'),
  prompt: 'Where is Paris?',
  temperature: 0.2,
  ...common,
});
const stream = ai.streamText({ model: openai.chat('o4-mini'), prompt: 'What is a visa?', ...common });
for await (const _ of stream.textStream);
const stopWhen = ai.stepCountIs?.(3) ?? ai.isStepCount(3);
const asked = { model: openai.chat('gpt-4o-mini'), prompt: 'Will it rain in Paris?', stopWhen, ...common };
await ai.generateText({ ...asked, tools: { weather: tools.weather } });
await ai.generateText({ ...asked, tools: { flights: tools.flights } });
const model = openai.embedding('text-embedding-3-small');
await ai.embed({ model, value: 'Paris in spring', maxRetries: 0, ...telemetry });
await ai.embedMany({ model, values: ['Paris', 'Lyon'], maxRetries: 0, ...telemetry });
await failing(() =>
  ai.generateText({ model: openai.chat('missing-model'), prompt: 'Where is Paris?', ...common }),
);
await failing(() =>
  ai.generateObject({
    model: openai.chat('gpt-4o-mini'),
    schema: z.object({ country: z.string() }),
    prompt: 'Where is Paris?',
    ...common,
  }),
);
await provider.shutdown();
