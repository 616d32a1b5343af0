/** LiveKit Agents for JavaScript: a session in text with a tool, and a model that fails. As in livekit_session.py. */
import { initializeLogger, llm, telemetry, voice } from '@livekit/agents';
import * as openai from '@livekit/agents-plugin-openai';
import { z } from 'zod';
import { SYSTEM_PROMPT, WEATHER } from './conversation.mjs';
import { install } from './otel.mjs';

initializeLogger({ pretty: false, level: 'silent' });
const provider = install();
telemetry.setTracerProvider(provider);

function travelAgent() {
  return new voice.Agent({
    instructions: SYSTEM_PROMPT,
    tools: {
      weather: llm.tool({
        description: WEATHER.description,
        parameters: z.object({ city: z.string() }),
        execute: async ({ city }) => ({ city, rain: 0.25 }),
      }),
    },
  });
}

async function ask(model, question) {
  const session = new voice.AgentSession({
    llm: new openai.LLM({ model, apiKey: process.env.OPENAI_API_KEY, baseURL: process.env.OPENAI_BASE_URL }),
    connOptions: { llmConnOptions: { maxRetry: 0, retryIntervalMs: 1, timeoutMs: 5000 } },
  });
  await session.start({ agent: travelAgent() });
  try {
    await session.run({ userInput: question }).wait();
  } catch (error) {
    console.warn(`expected: ${error.message}`);
  }
  await session.close();
}

await ask('gpt-4o-mini', 'Will it rain in Paris?');
await ask('missing-model', 'Anyone?');
await provider.shutdown();
process.exit(0);
