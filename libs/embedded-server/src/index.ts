export { EmbeddedServer } from './embedded-server.ts';
export { StartFailure, type ServerRecipe, type SpawnedServer, type StopStep } from './server-recipe.ts';
