import { Rejected } from '@millrace/domain';
import { MlflowError, mlflowEnum, mlflowList, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';
import type { NewOptimization } from '../optimizing/optimizations.service.ts';
import type {
  OptimizationSettings,
  OptimizationState,
  PromptOptimization,
} from '../optimizing/prompt-optimization.entity.ts';

/** Messages of mlflow/WIRE.md section 13. */
export const optimizationMessage = mlflowMessage({ job_id: mlflowText });
export const optimizationSearchMessage = mlflowMessage({ experiment_id: mlflowText });
export const createOptimizationMessage = mlflowMessage({
  experiment_id: mlflowText,
  source_prompt_uri: z.string(),
  config: mlflowMessage({
    optimizer_type: mlflowEnum({
      OPTIMIZER_TYPE_UNSPECIFIED: 0,
      OPTIMIZER_TYPE_GEPA: 1,
      OPTIMIZER_TYPE_METAPROMPT: 2,
    }).default('OPTIMIZER_TYPE_UNSPECIFIED'),
    dataset_id: z.string().optional(),
    scorers: mlflowList(z.string()).optional(),
    optimizer_config_json: z.string().optional(),
  }),
  tags: z.array(mlflowMessage({ key: z.string(), value: z.string().default('') })).default([]),
});
type CreateMessage = z.output<typeof createOptimizationMessage>;

const optimizerConfig = z.looseObject({
  reflection_model: z.string().min(1),
  guidelines: z.string().optional(),
});
const STATUS: Readonly<Record<OptimizationState, string>> = {
  waiting: 'JOB_STATUS_PENDING',
  running: 'JOB_STATUS_IN_PROGRESS',
  done: 'JOB_STATUS_COMPLETED',
  failed: 'JOB_STATUS_FAILED',
  cancelled: 'JOB_STATUS_CANCELED',
};
const SCORES = { initial_eval_score: 'initial_eval_scores', final_eval_score: 'final_eval_scores' } as const;
const STEPS = { baseline: 0, rewriting: 1, checking: 2 } as const;

/** Throws Rejected for what can't be; MlflowError for an optimizer that only the client has. */
export function toNewOptimization(message: CreateMessage): NewOptimization {
  const { optimizer_type, dataset_id, scorers = [], optimizer_config_json: config } = message.config;
  if (optimizer_type === 'OPTIMIZER_TYPE_UNSPECIFIED') {
    throw new Rejected(
      "optimizer_type is required. Supported types: ['OPTIMIZER_TYPE_METAPROMPT']; GEPA runs in the client.",
    );
  }
  if (optimizer_type === 'OPTIMIZER_TYPE_GEPA') {
    throw new MlflowError(
      'NOT_IMPLEMENTED',
      'The server optimizes with OPTIMIZER_TYPE_METAPROMPT. GEPA runs in the client: call ' +
        'mlflow.genai.optimize_prompts(…, optimizer=GepaPromptOptimizer(…)), which registers what it finds.',
    );
  }
  const { reflection_model: reflectionModel, guidelines } = readConfig(config);
  return {
    experimentId: message.experiment_id,
    sourcePrompt: message.source_prompt_uri,
    reflectionModel,
    guidelines,
    datasetId: dataset_id || undefined,
    scorerNames: scorers,
    optimizerConfig: config || undefined,
    tags: message.tags,
  };
}

/** An optimization as MLflow spells it. */
export function toMlflowOptimization(
  optimization: PromptOptimization,
  metrics: ReadonlyMap<string, number> = new Map(),
) {
  const { state, phase, reason, promptName, optimizedVersion, lastUpdateTime } = optimization;
  const settings = JSON.parse(optimization.settings) as OptimizationSettings;
  const hasEnded = state !== 'waiting' && state !== 'running';
  return {
    job_id: optimization.id,
    run_id: optimization.runId,
    state: {
      status: STATUS[state],
      ...(reason && { error_message: reason }),
      progress: { phase, completed: state === 'done' ? 3 : STEPS[phase], total: 3, unit: 'phases' },
      progress_updated_at: lastUpdateTime,
    },
    experiment_id: String(optimization.experimentId),
    source_prompt_uri: optimization.sourcePrompt,
    ...(state === 'done' && { optimized_prompt_uri: `prompts:/${promptName}/${optimizedVersion}` }),
    config: {
      optimizer_type: 'OPTIMIZER_TYPE_METAPROMPT',
      ...(settings.datasetId && { dataset_id: settings.datasetId }),
      scorers: settings.scorerNames,
      ...(settings.optimizerConfig && { optimizer_config_json: settings.optimizerConfig }),
    },
    creation_timestamp_ms: optimization.creationTime,
    ...(hasEnded && { completion_timestamp_ms: lastUpdateTime }),
    tags: settings.tags,
    ...scoresOf(metrics),
  };
}

function scoresOf(metrics: ReadonlyMap<string, number>) {
  const found = Object.entries(SCORES).map(([metric, field]) => {
    const scores = [...metrics]
      .filter(([key]) => key === metric || key.startsWith(`${metric}.`))
      .map(([key, value]) => [key === metric ? 'aggregate' : key.slice(metric.length + 1), value]);
    return [field, Object.fromEntries(scores)] as const;
  });
  return Object.fromEntries(found.filter(([, scores]) => Object.keys(scores).length > 0));
}

function readConfig(text: string | undefined): z.output<typeof optimizerConfig> {
  const { success, data } = optimizerConfig.safeParse(parseConfig(text));
  if (success) return data;
  throw new Rejected(
    "Missing required optimizer configuration: 'reflection_model' must be specified in optimizer_config_json for the " +
      "MetaPrompt optimizer (e.g., 'openai:/gpt-4o').",
  );
}

function parseConfig(text: string | undefined): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch (error) {
    throw new Rejected(`Invalid JSON in optimizer_config_json: ${String(error)}`);
  }
}
