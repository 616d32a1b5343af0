import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rejected } from '@millrace/domain';
import { expect, it } from 'vitest';
import { StartError } from '../start/start-error.ts';
import { readOrCreateKey } from './key-file.ts';
import { SecretBox } from './secret-box.ts';

const newKey = (): string => randomBytes(32).toString('base64');

it('opens what it sealed, and no two sealed texts are alike', () => {
  const box = new SecretBox(newKey());
  const sealed = box.seal('sk-żółć', 'secret:1');
  expect(sealed).not.toContain('sk-');
  expect(box.seal('sk-żółć', 'secret:1')).not.toBe(sealed);
  expect(box.open(sealed, 'secret:1')).toBe('sk-żółć');
  expect(box.open(box.seal('', 'x'), 'x')).toBe('');
});

it('refuses what was moved, changed or cut', () => {
  const box = new SecretBox(newKey());
  const sealed = box.seal('secret', 'row 1');
  const body = sealed.split('.')[2] ?? '';
  const damaged = [sealed.slice(0, -2), sealed.replace(body, `A${body.slice(1)}x`), 'v1', '', 'v9.a.b'];
  expect(() => box.open(sealed, 'row 2')).toThrow(Rejected);
  for (const text of damaged) expect(() => box.open(text, 'row 1')).toThrow(Rejected);
});

it('a former key opens and the current one seals', () => {
  const [former, current] = [newKey(), newKey()];
  const sealed = new SecretBox(former).seal('secret', 'row');
  const box = new SecretBox(current, [former]);
  expect(box.open(sealed, 'row')).toBe('secret');
  expect(box.isCurrent(sealed)).toBe(false);
  expect(box.isCurrent(box.seal('secret', 'row'))).toBe(true);
  expect(() => new SecretBox(current).open(sealed, 'row')).toThrow(/MILLRACE_SECRET_PREVIOUS_KEYS/);
});

it('takes a key in hexadecimal as well', () => {
  const bytes = randomBytes(32);
  const sealed = new SecretBox(bytes.toString('hex')).seal('secret', 'row');
  expect(new SecretBox(bytes.toString('base64')).open(sealed, 'row')).toBe('secret');
});

it('without a key it says what to set', () => {
  const box = new SecretBox(undefined);
  expect(box.isAvailable).toBe(false);
  expect(() => box.seal('secret', 'row')).toThrow(/set MILLRACE_SECRET_KEY/);
});

it('a key file is made once, for its owner alone', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'key-')), 'data', 'secret.key');
  const key = readOrCreateKey(path);
  expect(readOrCreateKey(path)).toBe(key);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8').trim()).toBe(key);
  writeFileSync(path, 'short');
  expect(() => readOrCreateKey(path)).toThrow(StartError);
});
