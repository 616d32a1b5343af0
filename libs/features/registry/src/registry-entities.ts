import { ARTIFACT_ENTITIES } from '@millrace/artifacts';
import { DATASET_ENTITIES } from '@millrace/datasets';
import { RUN_ENTITIES } from '@millrace/runs';
import { REGISTERED_MODEL_ENTITIES } from '@millrace/registered-models';
import { LOGGED_MODEL_ENTITIES } from './logged-models/logged-model-entities.ts';
import { WebhookDelivery } from './webhooks/webhook-delivery.entity.ts';
import { Webhook } from './webhooks/webhook.entity.ts';

/** Everything of this feature that lives in PostgreSQL, for the apps to hand to PostgresModule. */
export const REGISTRY_ENTITIES: readonly (new () => object)[] = [
  ...ARTIFACT_ENTITIES,
  ...LOGGED_MODEL_ENTITIES,
  ...DATASET_ENTITIES,
  ...REGISTERED_MODEL_ENTITIES,
  ...RUN_ENTITIES,
  Webhook,
  WebhookDelivery,
];
