import { expect, it } from 'vitest';
import { byteChunks } from './byte-chunks.ts';

async function chunksOf(...pieces: string[]): Promise<string[]> {
  const chunks: string[] = [];
  const source = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece);
  })();
  for await (const chunk of byteChunks(source, 4)) chunks.push(Buffer.from(chunk).toString());
  return chunks;
}

it.each([
  [[], []],
  [[''], []],
  [['abcd'], ['abcd']],
  [
    ['abcd', 'e'],
    ['abcd', 'e'],
  ],
  [
    ['a', 'b', '', 'cdefghi'],
    ['abcd', 'efgh', 'i'],
  ],
  [['abcdefghijkl'], ['abcd', 'efgh', 'ijkl']],
])('%j is cut into %j', async (pieces, chunks) => {
  expect(await chunksOf(...pieces)).toEqual(chunks);
});
