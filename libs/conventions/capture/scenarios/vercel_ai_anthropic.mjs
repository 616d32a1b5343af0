/** Vercel's AI SDK on Anthropic, whose API counts cached tokens apart: how each version of the SDK reports them. */
import { createAnthropic } from '@ai-sdk/anthropic';
import * as ai from 'ai';
import { SYSTEM_PROMPT } from './conversation.mjs';
import { install } from './otel.mjs';

const provider = install();
const anthropic = createAnthropic();
const isVersion7 = 'registerTelemetry' in ai;
if (isVersion7) {
  const { LegacyOpenTelemetry, OpenTelemetry } = await import('@ai-sdk/otel');
  ai.registerTelemetry(
    process.env.TELEMETRY === 'legacy' ? new LegacyOpenTelemetry() : new OpenTelemetry({ usage: true }),
  );
}
const telemetry = isVersion7 ? {} : { experimental_telemetry: { isEnabled: true } };
const instructions = isVersion7 ? { instructions: SYSTEM_PROMPT } : { system: SYSTEM_PROMPT };
const common = { model: anthropic('claude-sonnet-5'), ...instructions, maxRetries: 0, ...telemetry };
await ai.generateText({ prompt: 'Where is Paris?', ...common });
const stream = ai.streamText({ prompt: 'What is a visa?', ...common });
for await (const _ of stream.textStream);
await provider.shutdown();
