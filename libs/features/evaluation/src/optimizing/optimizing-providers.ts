import { OptimizationWorker } from './optimization-worker.ts';
import { OptimizationsService } from './optimizations.service.ts';
import { PromptRewriter } from './prompt-rewriter.ts';
import { PromptTrials } from './prompt-trials.ts';

/** What makes prompts better. */
export const OPTIMIZING_PROVIDERS = [OptimizationWorker, OptimizationsService, PromptRewriter, PromptTrials];
