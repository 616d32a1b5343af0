export { evaluationConfigSchema, type EvaluationConfig } from './evaluation.config.ts';
export { EVALUATION_ENTITIES } from './evaluation-entities.ts';
export { EVALUATION_JOB_KINDS } from './evaluation-job-kinds.ts';
export { EvaluationModule } from './evaluation.module.ts';
