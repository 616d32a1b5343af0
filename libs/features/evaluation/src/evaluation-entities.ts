import { ALERT_ENTITIES } from './alerts/alert-entities.ts';
import { Invocation } from './invocations/invocation.entity.ts';
import { Judgement } from './judging/judgement.entity.ts';
import { PromptOptimization } from './optimizing/prompt-optimization.entity.ts';
import { StoredVerdict } from './judging/verdict.entity.ts';

/** Everything of this feature that lives in PostgreSQL, for the apps to hand to PostgresModule. */
export const EVALUATION_ENTITIES: readonly (new () => object)[] = [
  ...ALERT_ENTITIES,
  Invocation,
  Judgement,
  PromptOptimization,
  StoredVerdict,
];
