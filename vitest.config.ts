import { defineConfig } from 'vitest/config';
import { markdownAsText } from './rolldown.config.ts';
import { LongestFirst } from './test/support/longest-first.ts';

/** Over real servers on a machine of whatever load; a test that needed its second try is told at the end of `npm test`. */
const slow = { testTimeout: 60_000, hookTimeout: 180_000, retry: 1 };

/** Most of these tests wait for servers rather than compute, so they run beside each other even on two cores. */
const WAITING_WORKERS = 3;
/** What `npm test` leaves out: clients whose environment alone takes minutes to install, and what it runs shortened. */
const LONG = ['test/conformance/python-{oldest,whole}.spec.ts'];
const SHARED_SYSTEMS = 'test/support/shared-systems.ts';
/** Each starts a whole Millrace, and kills parts of it. */
const WHOLE_SYSTEMS = 2;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [markdownAsText],
        test: {
          name: 'unit',
          include: ['{libs,apps,sdk,web,tools,test/support}/**/*.spec.ts'],
          exclude: ['**/*.contract.spec.ts', '**/app.spec.ts', '**/node_modules/**'],
          testTimeout: 20_000,
          maxWorkers: 2,
        },
      },
      {
        plugins: [markdownAsText],
        test: {
          name: 'contract',
          include: ['libs/**/*.contract.spec.ts', 'apps/**/app.spec.ts'],
          maxWorkers: WAITING_WORKERS,
          ...slow,
        },
      },
      {
        plugins: [markdownAsText],
        test: {
          name: 'e2e',
          include: ['test/{e2e,conformance}/**/*.spec.ts'],
          exclude: LONG,
          globalSetup: SHARED_SYSTEMS,
          maxWorkers: WAITING_WORKERS,
          ...slow,
        },
      },
      {
        test: {
          name: 'ui',
          include: ['test/ui/**/*.spec.ts'],
          globalSetup: 'test/ui/start-millrace.ts',
          setupFiles: 'test/ui/tell-pages.ts',
          maxWorkers: WHOLE_SYSTEMS,
          ...slow,
        },
      },
      // By command: npm test -- long.
      {
        plugins: [markdownAsText],
        test: { name: 'long', include: LONG, globalSetup: SHARED_SYSTEMS, ...slow },
      },
      {
        plugins: [markdownAsText],
        test: { name: 'faults', include: ['test/faults/**/*.spec.ts'], maxWorkers: WHOLE_SYSTEMS, ...slow },
      },
    ],
  },
});
