import { readdirSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const apps = readdirSync('apps');

/** One bundle per app; our own packages go in, everything from the registry stays in node_modules. */
export default defineConfig({
  input: Object.fromEntries(apps.map((app) => [`${app}/main`, `apps/${app}/src/main.ts`])),
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@millrace/'),
  transform: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  output: { dir: 'dist', format: 'esm', sourcemap: true, chunkFileNames: 'chunks/[name]-[hash].js' },
});
