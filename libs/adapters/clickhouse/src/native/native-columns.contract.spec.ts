import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ArrayColumn, MapColumn, NullableColumn } from './nested-columns.ts';
import { HexColumn, Int64Column, NumberColumn } from './number-columns.ts';
import { BytesColumn, LowCardinalityColumn, StringColumn } from './text-columns.ts';

const TABLE = `CREATE TABLE columns (
  place UInt32, small UInt8, medium UInt16, big UInt64, signed Int64, time DateTime64(9, 'UTC'), id FixedString(16),
  text String, bytes String, word LowCardinality(String), pairs Map(LowCardinality(String), String),
  words Array(LowCardinality(String)), maybe Nullable(String)
) ENGINE = MergeTree ORDER BY place`;

/** Texts as UTF-8 can hold them: no half surrogate pairs. */
const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((value) => value.isWellFormed());
const row = fc.record({
  small: fc.integer({ min: 0, max: 255 }),
  medium: fc.integer({ min: 0, max: 65_535 }),
  big: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  signed: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  time: fc.bigInt({ min: 0n, max: 4_000_000_000_000_000_000n }),
  id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  text,
  bytes: fc.uint8Array({ maxLength: 40 }),
  word: text,
  pairs: fc.dictionary(text, text, { maxKeys: 5 }).map((object) => Object.entries(object)),
  words: fc.array(text, { maxLength: 4 }),
  maybe: fc.option(text, { nil: undefined }),
});

describe('Native columns', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.connection.command(TABLE);
  });
  afterAll(() => test.stop());

  async function insert(rows: readonly (typeof row extends fc.Arbitrary<infer Row> ? Row : never)[]) {
    const columns = {
      place: new NumberColumn('UInt32'),
      small: new NumberColumn('UInt8'),
      medium: new NumberColumn('UInt16'),
      big: new Int64Column('UInt64'),
      signed: new Int64Column('Int64'),
      time: new Int64Column("DateTime64(9, 'UTC')"),
      id: new HexColumn(16),
      text: new StringColumn(),
      bytes: new BytesColumn(),
      word: new LowCardinalityColumn(),
      pairs: new MapColumn(),
      words: new ArrayColumn(new LowCardinalityColumn()),
      maybe: new NullableColumn(new StringColumn(), ''),
    };
    rows.forEach((values, place) => {
      columns.place.add(place);
      columns.small.add(values.small);
      columns.medium.add(values.medium);
      columns.big.add(values.big);
      columns.signed.add(values.signed);
      columns.time.add(values.time);
      columns.id.add(values.id);
      columns.text.add(values.text);
      columns.bytes.add(values.bytes);
      columns.word.add(values.word);
      columns.pairs.add(new Map(values.pairs));
      for (const word of values.words) columns.words.items.add(word);
      columns.words.endRow(values.words.length);
      columns.maybe.add(values.maybe);
    });
    await test.connection.command('TRUNCATE TABLE columns');
    await test.connection.insert('columns', columns, rows.length);
    return test.connection.select<Record<string, unknown>>(`
      SELECT small, medium, big, signed, toUnixTimestamp64Nano(time) AS time_ns, lower(hex(id)) AS id_hex, text,
        lower(hex(bytes)) AS bytes_hex, word, mapKeys(pairs) AS keys, mapValues(pairs) AS values, words, maybe
      FROM columns ORDER BY place`);
  }

  it('come back from the engine exactly as they went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const stored = await insert(rows);
        expect(stored).toEqual(
          rows.map((values) => ({
            small: values.small,
            medium: values.medium,
            big: String(values.big),
            signed: String(values.signed),
            time_ns: String(values.time),
            id_hex: values.id,
            text: values.text,
            bytes_hex: Buffer.from(values.bytes).toString('hex'),
            word: values.word,
            keys: values.pairs.map(([key]) => key),
            values: values.pairs.map(([, value]) => value),
            words: values.words,
            maybe: values.maybe ?? null,
          })),
        );
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('grow past every first capacity, every width of index and every length of a length', async () => {
    const base = fc.sample(row, { numRuns: 1, seed: 3 })[0];
    if (!base) throw new Error('no sample');
    const rows = Array.from({ length: 70_000 }, (_, place) => ({
      ...base,
      word: `word ${place}`,
      text: 'é'.repeat(place % 200),
    }));
    rows[1] = { ...base, text: 'ü'.repeat(3_000_000), bytes: new Uint8Array(20_000) };
    const stored = await insert(rows);
    expect(stored.length).toBe(70_000);
    expect(stored.every((values, place) => place === 1 || values['word'] === `word ${place}`)).toBe(true);
    expect(stored.every((values, place) => values['text'] === rows[place]?.text)).toBe(true);
  });
});
