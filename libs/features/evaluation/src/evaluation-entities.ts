import { ALERT_ENTITIES } from './alerts/alert-entities.ts';

/** Everything of this feature that lives in PostgreSQL, for the apps to hand to PostgresModule. */
export const EVALUATION_ENTITIES: readonly (new () => object)[] = [...ALERT_ENTITIES];
