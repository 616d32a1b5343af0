import { defineConfig } from 'vitest/config';
import { markdownAsText } from './rolldown.config.ts';
import { LongestFirst } from './test/support/longest-first.ts';

/** Over real servers on a machine of whatever load. */
const slow = { testTimeout: 60_000, hookTimeout: 180_000 };

/** Most of these tests wait for servers rather than compute, so they run beside each other even on two cores. */
const WAITING_WORKERS = 3;
/** What `npm test` leaves out: clients and frameworks whose packages alone take minutes to install, and what it runs shortened. */
const LONG = [
  'test/conformance/python-{oldest,whole}.spec.ts',
  'test/e2e/*-whole.spec.ts',
  'test/frameworks/*/*.spec.ts',
];
const SHARED_SYSTEMS = 'test/support/shared-systems.ts';
const FAULT_REPORT = 'test/support/faults/write-report.ts';
/** Go programs are built by the first test that needs them. */
const BUILD_MS = 15 * 60_000;
const API_SERVER_BUILD_MS = 60 * 60_000;
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
          include: ['{libs,apps,sdk,web,tools,deploy,test/support,benchmarks}/**/*.spec.ts'],
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
          include: ['test/{e2e,conformance,docs}/**/*.spec.ts'],
          exclude: LONG,
          globalSetup: SHARED_SYSTEMS,
          maxWorkers: WAITING_WORKERS,
          ...slow,
        },
      },
      {
        test: {
          name: 'chart',
          include: ['test/chart/**/*.spec.ts'],
          testTimeout: 60_000,
          hookTimeout: BUILD_MS,
        },
      },
      // By command: npm test -- kubernetes.
      {
        test: {
          name: 'kubernetes',
          include: ['test/kubernetes/**/*.spec.ts'],
          ...slow,
          hookTimeout: API_SERVER_BUILD_MS,
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
        test: {
          name: 'faults',
          include: ['test/faults/**/*.spec.ts'],
          globalSetup: FAULT_REPORT,
          maxWorkers: WHOLE_SYSTEMS,
          ...slow,
        },
      },
      // By command: npm test -- faults-long. Every pair of a part and a fault, a minute each; writes docs/reliability.md.
      {
        plugins: [markdownAsText],
        test: {
          name: 'faults-long',
          include: ['test/faults/**/*.spec.ts', 'test/faults/**/*.long.ts'],
          globalSetup: FAULT_REPORT,
          env: { MILLRACE_FAULTS: 'long' },
          maxWorkers: 1,
          ...slow,
        },
      },
    ],
  },
});
