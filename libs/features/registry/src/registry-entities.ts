/** Everything of this feature that lives in PostgreSQL, for the apps to hand to PostgresModule. */
export const REGISTRY_ENTITIES: readonly (new () => object)[] = [];
