import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Why each of them may write to the log by itself; everything else goes through MaskedLog (docs/adr/0023). */
const APPEND_THEMSELVES = {
  'libs/features/receiver/src/chunk-appender.ts': 'what ChunkMasker has masked',
  'libs/features/receiver/src/logs.service.ts': 'what ContentEntries has masked',
  'libs/trace-access/src/masked-log.ts': 'it masks',
  'libs/features/query/src/dead-letters/dead-letters.service.ts': 'records that were in the log before',
  'libs/features/query/src/reprice/reprice.service.ts': 'no text of a client',
  'libs/features/writer/src/completing/trace-sampler.ts': 'no text of a client',
};

it('nothing but what is named here appends to the log without masking', () => {
  const sources = globSync(['libs/*/src/**/*.ts', 'libs/features/*/src/**/*.ts', 'apps/*/src/**/*.ts'], {
    cwd: ROOT,
  })
    .filter((path) => !/\.spec\.ts$|\/testing\/|^libs\/(adapters|port-contracts)\//.test(path))
    .filter((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return /\bSpanLog\b/.test(text) && /\b(?:log|spanLog)\.append\(/.test(text);
    });
  expect([...new Set(sources)].sort()).toEqual(Object.keys(APPEND_THEMSELVES).sort());
});
