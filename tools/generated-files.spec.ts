import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { staleness } from './generated-files.mjs';

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

  const copy = join(folder, name);
  const generate = (...flags: readonly string[]) =>
    spawnSync(process.execPath, ['tools/generate.mjs', name, ...flags, copy], { encoding: 'utf8' });

  it('passes for what was just made, and fails as soon as a word differs', () => {
    expect(generate()).toMatchObject({ stderr: '', status: 0 });
    expect(generate('--check')).toMatchObject({ stderr: '', status: 0 });
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('host', 'guest').replace('Find', 'Seek'));
    expect(generate('--check')).toMatchObject({
      stderr: expect.stringMatching(/is stale from line \d+ on/),
      status: 1,
    });
  }, 180_000);
});
