import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'rolldown';

const apps = readdirSync('apps');

/** Goes into the bundles: our own code, and the decorator helpers that rolldown itself imports and no package.json lists. */
const INCLUDED = /^(\0|\.|\/|@millrace\/|@oxc-project\/runtime)/;

/** `import prompt from './prompt.md'` is the file's text; for the bundles and for the tests, so that both read the same. */
export const markdownAsText = {
  name: 'markdown-as-text',
  load: (id) =>
    id.endsWith('.md') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : undefined,
} satisfies Plugin;

/** One bundle per app and thread; our own packages go in, everything from the registry stays in node_modules. */
export default defineConfig({
  input: {
    ...Object.fromEntries(apps.map((app) => [`${app}/main`, `apps/${app}/src/main.ts`])),
    'workers/quickjs-worker': 'libs/adapters/quickjs/src/quickjs-worker.ts',
  },
  platform: 'node',
  plugins: [markdownAsText],
  external: (id) => !INCLUDED.test(id),
  output: { dir: 'dist', format: 'esm', sourcemap: true, chunkFileNames: 'chunks/[name]-[hash].js' },
});
