import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSpans } from '../spec/load-spans.ts';
import { deriveSpan } from './derive-span.ts';
import { CONVENTIONS } from './registry.ts';

const HERE = import.meta.dirname;
/** Folders of this project's source that hold no convention. */
const OTHER_FOLDERS = new Set(['tokens']);
const FIXTURE = '.otlp.json';

const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !OTHER_FOLDERS.has(entry.name))
  .map((entry) => entry.name);

it('registers every folder, under its name, once', () => {
  expect(CONVENTIONS.map((convention) => convention.name).sort()).toEqual(folders.sort());
});

it('names for every convention where it is specified', () => {
  for (const convention of CONVENTIONS) expect(convention.spec, convention.name).toMatch(/^https:\/\//);
});

describe.each(folders)('%s', (folder) => {
  const testdata = `${HERE}/${folder}/testdata`;
  const fixtures = existsSync(testdata) ? readdirSync(testdata).filter((file) => file.endsWith(FIXTURE)) : [];

  it('has captured spans', () => {
    expect(fixtures, `${testdata} has no *${FIXTURE}`).not.toEqual([]);
  });

  it.each(fixtures)('understands %s', async (file) => {
    const derived = loadSpans(`${testdata}/${file}`).map((span) => {
      const { meaning, traceTags, ...rest } = deriveSpan(span);
      const set = meaning.traceTags && { traceTags: Object.fromEntries(meaning.traceTags) };
      return {
        span: span.name,
        meaning: { ...meaning, ...set },
        ...rest,
        traceTags: Object.fromEntries(traceTags),
      };
    });
    expect(derived).not.toEqual([]);
    const golden = `${testdata}/${file.slice(0, -FIXTURE.length)}.expected.json`;
    await expect(`${JSON.stringify(derived, bigintAsText, 2)}\n`).toMatchFileSnapshot(golden);
  });
});

/** Costs are whole pico-dollars, which JSON can't tell. */
function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
