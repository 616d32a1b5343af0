import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Journal } from '../journal.ts';
import { OtlpFiles } from './otlp-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-otlp-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, ...traceIds: string[]) => {
  const file = join(folder, name);
  const lines = traceIds.map((traceId) =>
    JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{ traceId }] }] }] }),
  );
  writeFileSync(file, lines.join('\n'));
  return file;
};

async function idsAfter(files: string[], cursor: string | undefined) {
  const found: { id: unknown; cursor: string }[] = [];
  for await (const { spans, cursor: place } of new OtlpFiles(files).items(cursor)) {
    const [span] = spans[0]?.scopeSpans?.[0]?.spans ?? [];
    found.push({ id: (span as { traceId: string }).traceId, cursor: place });
  }
  return found;
}

it('goes on after any place, in any file', async () => {
  const files = [fileOf('one', 'a', 'b'), fileOf('two', 'c'), fileOf('three', 'd', 'e')];
  const all = await idsAfter(files, undefined);
  expect(all.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  for (const [index, { cursor }] of all.entries()) {
    expect(await idsAfter(files, cursor)).toEqual(all.slice(index + 1));
  }
});

it('another size of a file is another import', () => {
  const before = new OtlpFiles([fileOf('grown', 'a')]).identity();
  expect(new OtlpFiles([fileOf('grown', 'a', 'b')]).identity()).not.toEqual(before);
});

it('a journal remembers one import, until it is done', () => {
  const journal = new Journal(folder, ['otlp', 'x']);
  expect(journal.read()).toBeUndefined();
  journal.save('0:5');
  expect(new Journal(folder, ['otlp', 'x']).read()).toBe('0:5');
  expect(new Journal(folder, ['otlp', 'y']).read()).toBeUndefined();
  journal.remove();
  expect(journal.read()).toBeUndefined();
});
