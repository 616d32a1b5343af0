import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readAnchors, readRelativeLinks } from './read-links.ts';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md']);
const PAGES = listed
  .toString()
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

it.each(PAGES)('every relative link of %s leads somewhere', (page) => {
  expect(readRelativeLinks(page).flatMap((link) => faultOf(page, link))).toEqual([]);
});

it('every page of docs is in the index, or in an index that it links', () => {
  const reached = new Set<string>();
  reach('docs/README.md', reached);
  expect(PAGES.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
});

/** Of each page once: the reference of the API has thousands of links into itself. */
const anchors = new Map<string, ReadonlySet<string>>();

function anchorsOf(page: string): ReadonlySet<string> {
  const known = anchors.get(page) ?? new Set(readAnchors(page));
  anchors.set(page, known);
  return known;
}

function faultOf(page: string, { line, target }: { line: number; target: string }): readonly string[] {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(file)) return [`${page}:${line}: there is no ${file}`];
  if (anchor === undefined || !file.endsWith('.md') || anchorsOf(file).has(anchor)) return [];
  return [`${page}:${line}: ${file} has no heading #${anchor}`];
}

/** The index and its pages; of an index in a folder of its own its pages too. */
function reach(index: string, reached: Set<string>): void {
  reached.add(index);
  for (const { target } of readRelativeLinks(index)) {
    const path = join(dirname(index), target.split('#')[0] ?? '');
    const isIndex = path.endsWith('README.md') && path.startsWith('docs/');
    if (isIndex && !reached.has(path)) reach(path, reached);
    reached.add(path);
  }
}
