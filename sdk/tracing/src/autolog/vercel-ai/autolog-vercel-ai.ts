import type { StopAutolog } from '../patch-method.ts';
import { VercelAITelemetry } from './vercel-ai-telemetry.ts';

/** `registerTelemetry` of the package `ai`, from version 7. */
export type RegisterTelemetry = (integration: object) => void;

/** What was registered stays so. Its hooks are those of its prototype: without one the SDK finds nobody to tell. */
const registered = new WeakMap<RegisterTelemetry, object>();

/**
 * Traces every operation of Vercel's AI SDK 7: `autologVercelAI(registerTelemetry)`. Texts and objects, streamed ones too, with the
 * calls to models and tools they come to, embeddings and reranking. What a call says by `telemetry` holds: `isEnabled`,
 * `recordInputs`, `recordOutputs`, `functionId` (the name of the span), and `sessionId` and `userId` of a runtime context that it
 * includes. The answer ends it: `const stop = autologVercelAI(registerTelemetry); stop();`.
 */
export function autologVercelAI(registerTelemetry: RegisterTelemetry): StopAutolog {
  const integration = registered.get(registerTelemetry) ?? register(registerTelemetry);
  const telemetry = new VercelAITelemetry();
  Object.setPrototypeOf(integration, telemetry);
  return () => {
    if (Object.getPrototypeOf(integration) === telemetry) Object.setPrototypeOf(integration, null);
  };
}

function register(registerTelemetry: RegisterTelemetry): object {
  const integration = {};
  registerTelemetry(integration);
  registered.set(registerTelemetry, integration);
  return integration;
}
