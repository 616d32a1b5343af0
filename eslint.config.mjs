import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import {
  CONTRACT_BAN,
  DYNAMIC_IMPORT_BAN,
  ENVIRONMENT_BAN,
  PURE_LAYERS,
  TEST_BAN,
  depConstraints,
  layerOf,
  outsideBan,
  projectFolders,
  vendorBans,
} from './tools/boundaries.mjs';

const SPECS = ['**/*.spec.ts'];
const TEST_CODE = ['**/*.spec.ts', '**/src/testing/**', 'libs/conventions/spec/**'];
const PRODUCTION = ['apps/**', 'libs/**', 'sdk/**', 'web/**'];

const SYNTAX = [
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
    message: 'A constructor takes at most 5 dependencies: split the class by idea.',
  },
  {
    selector: ':not(MethodDefinition[kind="constructor"]) > :function[params.length>4]',
    message: 'A function takes at most 4 parameters: pass what belongs together as one object.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(skip|skipIf|runIf|only|todo|fails)$/]:matches([object.name=/^(describe|it|test|suite|bench)$/], [object.object.name=/^(describe|it|test|suite)$/])',
    message: 'Every test runs, always: make it pass, or delete it and say why.',
  },
];

/** What a project's production code must not import; test code may import more. */
function importBans(project) {
  const layer = layerOf(import.meta.dirname, project);
  const pure = PURE_LAYERS.includes(layer);
  const bans = [...vendorBans(project), ENVIRONMENT_BAN];
  const productionBans = [...bans, TEST_BAN, ...(layer === 'contract' ? [] : [CONTRACT_BAN])];
  return [
    {
      files: [`${project}/**`],
      rules: {
        'no-restricted-imports': [
          'error',
          // One ban that covers all others, so that a fault is reported once.
          { patterns: pure ? [outsideBan(project), CONTRACT_BAN, TEST_BAN] : productionBans },
        ],
        ...(pure && { 'no-restricted-syntax': ['error', ...SYNTAX, DYNAMIC_IMPORT_BAN] }),
      },
    },
    {
      files: TEST_CODE.map((pattern) => (pattern.startsWith('**') ? `${project}/${pattern}` : pattern)),
      rules: { 'no-restricted-imports': ['error', { patterns: [...bans, CONTRACT_BAN] }] },
    },
    ...(layer === 'adapter'
      ? [
          {
            files: [`${project}/**/*.contract.spec.ts`, `${project}/src/testing/**`],
            rules: { 'no-restricted-imports': ['error', { patterns: bans }] },
          },
        ]
      : []),
  ];
}

export default defineConfig(
  globalIgnores([
    '**/dist',
    '**/node_modules',
    '**/testdata',
    '**/src/generated',
    '.cache',
    '.nx',
    '.millrace',
    'examples',
    // Run outside the repository, on packages that are none of its own.
    'libs/conventions/capture',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      // It takes Promise.withResolvers<void>() for a mistake.
      '@typescript-eslint/no-invalid-void-type': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...SYNTAX],
      eqeqeq: 'error',
      'no-throw-literal': 'error',
    },
  },
  {
    // A forgotten await loses an error; only the types tell. More typed rules would cost more than they find.
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: './web/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // A component is markup and what it shows: longer than a function that computes.
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['web/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
    },
  },
  {
    files: PRODUCTION,
    plugins: { '@nx': nx },
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Read it in apps/*/src/app.config.ts and pass the config in.',
        },
      ],
      '@nx/enforce-module-boundaries': [
        'error',
        { depConstraints, banTransitiveDependencies: true, allow: ['/test/support/.+'] },
      ],
    },
  },
  ...projectFolders(import.meta.dirname).flatMap(importBans),
  {
    files: ['libs/domain/src/**'],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Buffer', 'process', 'global', 'require', '__dirname', 'setImmediate'].map((name) => ({
          name,
          message:
            'The domain runs in a browser too: use what JavaScript itself offers (Uint8Array, TextEncoder).',
        })),
      ],
    },
  },
  {
    files: ['apps/*/src/app.config.ts', '**/*.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['libs/*/src/*.config.ts', 'libs/*/*/src/*.config.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env' }],
    },
  },
  {
    files: [...TEST_CODE, 'test/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    // A page is a folder of its own; what two of them share is a component.
    files: ['web/src/{components,api}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/pages/**', '**/app/router*'],
              message: 'Pages use components and the API, never the other way round.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['web/public/**'],
    languageOptions: { globals: { localStorage: 'readonly', matchMedia: 'readonly', document: 'readonly' } },
  },
  { files: ['libs/port-contracts/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/migrations/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
);
