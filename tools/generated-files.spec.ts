import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { GENERATED, staleness } from './generated-files.mjs';

describe('staleness', () => {
  it('is none for what the code makes', () => {
    expect(staleness('settings', 'a\nb\n', 'a\nb\n')).toBeUndefined();
  });

  it.each([
    ['a\nb\n', 'a\nc\n', 'stale from line 2 on'],
    ['a\nb\n', 'a\n', 'stale from line 2 on'],
    ['a\n', 'a\nb\n', 'stale from line 2 on'],
    [undefined, 'a\n', 'is missing'],
  ])('tells where %j differs from %j', (kept, made, expected) => {
    const fault = staleness('settings', kept, made);
    expect(fault).toContain(`docs/settings.md ${expected.startsWith('is') ? '' : 'is '}${expected}`);
    expect(fault).toContain('run "npm run settings"');
  });
});

describe.each(['openapi', 'settings'] as const)('the check of %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-generated-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function check(...copy: readonly string[]) {
    return spawnSync(process.execPath, ['tools/generate.mjs', name, '--check', ...copy], {
      encoding: 'utf8',
    });
  }

  it('passes for what is kept', () => {
    expect(check()).toMatchObject({ stderr: '', status: 0 });
  }, 60_000);

  it('fails as soon as a word differs', () => {
    const copy = join(folder, name);
    writeFileSync(
      copy,
      readFileSync(GENERATED[name], 'utf8').replace('host', 'guest').replace('Find', 'Seek'),
    );
    expect(check(copy)).toMatchObject({
      stderr: expect.stringMatching(/is stale from line \d+ on/),
      status: 1,
    });
  }, 60_000);
});
