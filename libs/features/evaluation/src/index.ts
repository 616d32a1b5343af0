export { EvaluationModule } from './evaluation.module.ts';
