import { Rejected } from '@millrace/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePageToken, encodePageToken, TRACE_ID, type PageShape } from './page-token.ts';

const SEARCH = { filter: "status = 'OK'" };
const ID = '71b96be65f0d5027f40421bf47e9664f';
const SHAPE: PageShape = {
  values: ['UInt8', 'Int64', 'UInt32', 'FixedString(8)', 'Decimal(38, 12)', 'String'],
  id: TRACE_ID,
};
const VALUES = ['1', '-1795318462902000000', '7', '28711561cc44a2f2', '0.000000000001', "it's \u0000"];

describe('page tokens', () => {
  it('come back as they were given', () => {
    const position = { values: VALUES, traceId: ID };
    expect(decodePageToken(SEARCH, encodePageToken(SEARCH, position), SHAPE)).toEqual(position);
  });

  it.each([
    ['a number that is none', 1, '1e9'],
    ['a time beyond all times', 1, '9223372036854775807'],
    ['a flag that is negative', 0, '-1'],
    ['an experiment too large', 2, '4294967296'],
    ['a span id of another length', 3, '28711561cc44a2f2aa'],
    ['a cost that is none', 4, 'NaN'],
  ])('with %s are refused before ClickHouse sees them', (_, place, value) => {
    const token = encodePageToken(SEARCH, { values: VALUES.with(place, value), traceId: ID });
    expect(() => decodePageToken(SEARCH, token, SHAPE)).toThrow(Rejected);
  });

  it('of another search, with another id or fewer values are refused', () => {
    const position = { values: VALUES, traceId: ID };
    const tokens = [
      encodePageToken({ filter: 'other' }, position),
      encodePageToken(SEARCH, { ...position, traceId: 'x' }),
      encodePageToken(SEARCH, { ...position, values: VALUES.slice(1) }),
    ];
    for (const token of tokens) expect(() => decodePageToken(SEARCH, token, SHAPE)).toThrow(Rejected);
  });

  it('that are any text are refused, never a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        for (const token of [text, Buffer.from(text).toString('base64url')])
          expect(() => decodePageToken(SEARCH, token, SHAPE)).toThrow(Rejected);
      }),
    );
  });
});
