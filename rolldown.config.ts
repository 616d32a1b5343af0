import { readdirSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const apps = readdirSync('apps');

/** Goes into the bundles: our own code, and the decorator helpers that rolldown itself imports and no package.json lists. */
const INCLUDED = /^(\0|\.|\/|@millrace\/|@oxc-project\/runtime)/;

/** One bundle per app; our own packages go in, everything from the registry stays in node_modules. */
export default defineConfig({
  input: Object.fromEntries(apps.map((app) => [`${app}/main`, `apps/${app}/src/main.ts`])),
  platform: 'node',
  external: (id) => !INCLUDED.test(id),
  output: { dir: 'dist', format: 'esm', sourcemap: true, chunkFileNames: 'chunks/[name]-[hash].js' },
});
