import type { Convention } from './convention.ts';
import { genAi } from './gen-ai/gen-ai.ts';
import { mlflow } from './mlflow/mlflow.ts';
import { openInference } from './open-inference/open-inference.ts';
import { vercelAi } from './vercel-ai/vercel-ai.ts';

/**
 * Precedence: where several conventions say the same thing about a span, the first in this list is believed. What MLflow's own
 * client wrote was meant for us; then the order in which MLflow's server asks its translators.
 */
export const CONVENTIONS: readonly Convention[] = [mlflow, openInference, vercelAi, genAi];
