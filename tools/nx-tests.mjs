import { dirname } from 'node:path';

const COMMAND = 'vitest run --passWithNoTests --project';

/**
 * Gives every project the targets `test` (unit) and `contract` (real servers): `npx nx affected -t test` runs what a change
 * touches. Without nx's cache: that a contract passes depends on servers, which are no input of a project.
 */
export const createNodesV2 = [
  '{apps,libs}/**/package.json',
  (files) =>
    files
      .filter((file) => !file.includes('node_modules'))
      .map((file) => {
        const root = dirname(file);
        const targets = {
          test: { command: `${COMMAND} unit ${root}/`, cache: false },
          contract: { command: `${COMMAND} contract ${root}/`, cache: false, parallelism: false },
        };
        return [file, { projects: { [root]: { targets } } }];
      }),
];
