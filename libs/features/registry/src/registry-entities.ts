import { ARTIFACT_ENTITIES } from '@millrace/artifacts';
import { LOGGED_MODEL_ENTITIES } from './logged-models/logged-model-entities.ts';
import { EvaluationDatasetExperiment } from './datasets/evaluation-dataset-experiment.entity.ts';
import { EvaluationDatasetTag } from './datasets/evaluation-dataset-tag.entity.ts';
import { EvaluationDataset } from './datasets/evaluation-dataset.entity.ts';
import { REGISTERED_MODEL_ENTITIES } from './registered-models/entities/registered-model-entities.ts';
import { RunTag } from './runs/run-tag.entity.ts';
import { Run } from './runs/run.entity.ts';
import { WebhookDelivery } from './webhooks/webhook-delivery.entity.ts';
import { Webhook } from './webhooks/webhook.entity.ts';

/** Everything of this feature that lives in PostgreSQL, for the apps to hand to PostgresModule. */
export const REGISTRY_ENTITIES: readonly (new () => object)[] = [
  ...ARTIFACT_ENTITIES,
  ...LOGGED_MODEL_ENTITIES,
  EvaluationDataset,
  EvaluationDatasetExperiment,
  EvaluationDatasetTag,
  ...REGISTERED_MODEL_ENTITIES,
  Run,
  RunTag,
  Webhook,
  WebhookDelivery,
];
