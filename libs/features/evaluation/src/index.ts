export { evaluationConfigSchema } from './evaluation.config.ts';
export { EVALUATION_ENTITIES } from './evaluation-entities.ts';
export { EVALUATION_JOB_KINDS } from './evaluation-job-kinds.ts';
export { EVALUATION_SETTINGS, toEvaluationConfig } from './evaluation.settings.ts';
export { EvaluationModule } from './evaluation.module.ts';
