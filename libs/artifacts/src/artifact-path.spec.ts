import { Rejected } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { parseArtifactFolder, parseArtifactPath } from './artifact-path.ts';

describe('the path of an artifact', () => {
  it.each([
    'a',
    '0/0123/artifacts/table.json',
    'a b/ü ö/日本.txt',
    '100%/50%.txt',
    'a?b&c=d+e',
    '...',
    '..a/a..',
    'a%20b',
    '.hidden',
    '~/x',
    'C',
  ])('may be %j', (path) => {
    expect(parseArtifactPath(path)).toBe(path);
  });

  it.each([
    '',
    '/',
    '/etc/passwd',
    '..',
    '../a',
    'a/../b',
    'a/..',
    './a',
    'a//b',
    'a/',
    'a\\..\\b',
    'C:\\a',
    'C:/a',
    'a/c:x',
    'a\0b',
    'a\nb',
    'a\u0085b',
    '%2e%2e/a',
    '%2E%2E%2Fa',
    '%252e%252e%252fa',
    'a/%5c..',
    '%2fetc',
    'a%00',
    'a#b',
    'a%23b',
    '\ud800',
    `%${'25'.repeat(20)}41`,
    'x'.repeat(256),
    'ü'.repeat(128),
    'x/'.repeat(1000) + 'x',
  ])('may not be %j', (path) => {
    expect(() => parseArtifactPath(path)).toThrow(Rejected);
  });

  it('may be empty for a folder, and end in a slash', () => {
    expect(['', 'a', 'a/', 'a/b/'].map(parseArtifactFolder)).toEqual(['', 'a', 'a', 'a/b']);
    for (const path of ['/', '//', 'a//', '../']) expect(() => parseArtifactFolder(path)).toThrow(Rejected);
  });
});
