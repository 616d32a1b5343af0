import { defineConfig } from 'vitest/config';

const slow = { testTimeout: 60_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{libs,apps,tools,test/support}/**/*.spec.ts'],
          exclude: ['**/*.contract.spec.ts', '**/app.spec.ts', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'contract', include: ['libs/**/*.contract.spec.ts', 'apps/**/app.spec.ts'], ...slow } },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,faults,conformance}/**/*.spec.ts'],
          fileParallelism: false,
          ...slow,
        },
      },
    ],
  },
});
