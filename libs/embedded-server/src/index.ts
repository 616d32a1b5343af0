export { EmbeddedServer } from './embedded-server.ts';
export { findServerPort } from './leftover.ts';
export { StartFailure, type ServerRecipe, type SpawnedServer, type StopStep } from './server-recipe.ts';
