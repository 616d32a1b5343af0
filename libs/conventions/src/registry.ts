import type { Convention } from './convention.ts';
import { genAi } from './gen-ai/gen-ai.ts';
import { googleAdk } from './google-adk/google-adk.ts';
import { langfuse } from './langfuse/langfuse.ts';
import { langsmith } from './langsmith/langsmith.ts';
import { laminar } from './laminar/laminar.ts';
import { livekit } from './livekit/livekit.ts';
import { mastra } from './mastra/mastra.ts';
import { mlflow } from './mlflow/mlflow.ts';
import { openInference } from './open-inference/open-inference.ts';
import { pydanticAi } from './pydantic-ai/pydantic-ai.ts';
import { springAi } from './spring-ai/spring-ai.ts';
import { traceloop } from './traceloop/traceloop.ts';
import { vercelAi } from './vercel-ai/vercel-ai.ts';

/**
 * Precedence: where several conventions say the same thing about a span, the first in this list is believed. What MLflow's own
 * client wrote was meant for us. Langfuse's words stand on the spans of others only where somebody set them to correct these.
 * Then OpenInference, as in MLflow's server; then a framework's own words, which are more exact than what it writes in gen_ai for
 * everyone.
 */
export const CONVENTIONS: readonly Convention[] = [
  mlflow,
  langfuse,
  openInference,
  vercelAi,
  mastra,
  pydanticAi,
  googleAdk,
  laminar,
  langsmith,
  livekit,
  springAi,
  traceloop,
  genAi,
];
