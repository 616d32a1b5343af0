export { evaluationConfigSchema, type EvaluationConfig } from './evaluation.config.ts';
export { EVALUATION_ENTITIES } from './evaluation-entities.ts';
export { EvaluationModule } from './evaluation.module.ts';
