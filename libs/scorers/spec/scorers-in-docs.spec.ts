import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUILT_IN_SCORERS } from '../src/registry.ts';

it.each(BUILT_IN_SCORERS.map(({ name }) => name))('docs/evaluation.md has %s in a table', (name) => {
  const page = readFileSync(`${import.meta.dirname}/../../../docs/evaluation.md`, 'utf8');
  const firstCells = page.split('\n').flatMap((line) => (line.startsWith('| ') ? [line.split('|')[1]] : []));
  expect(firstCells.some((cell) => cell?.includes(`\`${name}\``))).toBe(true);
});
