import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRepositoryText, findForbiddenText } from './repository-text.mjs';

// Put together here, so that this file passes the check it tests.
const glue = (...parts: string[]) => parts.join('');

describe('findForbiddenText', () => {
  it.each([
    ['a registry host', glue('https://registry.', 'npmjs.org/left-pad')],
    ['a host of Python packages', glue('index-url = https://pypi', '.org/simple')],
    ['a host of Maven artifacts', glue('<url>https://repo1.', 'maven.org/maven2</url>')],
    ['a work folder', glue("const data = '/wo", "rk/main/data';")],
    ['the home of root', glue('cd /ro', 'ot/.cache')],
    ['the home of a user', glue('open file:///ho', 'me/ada/notes.txt')],
    ['a wish without an issue', glue('// TO', 'DO: make it fast')],
    ['a known fault without an issue', glue('# FIX', 'ME')],
  ])('finds %s', (_, line) => {
    expect(findForbiddenText('a.ts', `first\n${line}\nlast`)).toEqual([
      expect.stringMatching(/^a\.ts:2: ".+" \w+/),
    ]);
  });

  it.each([
    ['an issue number', glue('// TO', 'DO(#42): wait for the fix upstream')],
    ['a path of a URL', 'https://example.com/home/ada/ and https://example.com/work/shop'],
    ['a path inside the project', "import { work } from './work/plan.ts'"],
    ['a route', "@Get('home')"],
    ['words in lower case', "status: 'todo'"],
  ])('accepts %s', (_, line) => {
    expect(findForbiddenText('a.ts', line)).toEqual([]);
  });
});

describe('checkRepositoryText', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'repository-text-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('reads every text file, hidden folders too, and skips installed packages and binary files', () => {
    const bad = glue('see https://pypi', '.org');
    for (const folder of ['libs/a/src', '.ci', 'libs/a/node_modules'])
      mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'libs/a/src/a.ts'), bad);
    writeFileSync(join(root, '.ci/run'), bad);
    writeFileSync(join(root, 'libs/a/node_modules/b.js'), bad);
    writeFileSync(join(root, 'libs/a/src/picture'), `\0${bad}`);

    const files = checkRepositoryText(root).map((fault) => fault.split(':')[0]);

    expect(files.toSorted()).toEqual(['.ci/run', 'libs/a/src/a.ts']);
  });
});
