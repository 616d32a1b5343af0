import fc from 'fast-check';

const LONG = 70_000;
const DEPTH = 1_000;

/** JSON nested too deep for a parser that calls itself. */
function nested(): unknown {
  let value: unknown = 'deep';
  for (let depth = 0; depth < DEPTH; depth += 1) value = [value];
  return value;
}

/** Texts that have broken parsers and databases. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    'NaN',
    '9223372036854775808',
    '1e400',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e\u200b\ufeff',
    "'; DROP TABLE spans; --",
    '%00%ff%',
    '../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '{{7*7}}${7*7}',
    '__proto__',
    'constructor',
    '[object Object]',
    '`'.repeat(300),
    '('.repeat(2_000),
    'x'.repeat(LONG),
    '😀'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** JSON that nobody expects in a place. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: hostileText, weight: 4 },
  {
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      0.5,
      1e308,
      2 ** 53,
      -(2 ** 63),
      [],
      {},
      [null],
      [[]],
      { value: null },
      JSON.parse('{"__proto__": {"admin": true}}'),
    ),
    weight: 4,
  },
  { arbitrary: fc.constant(nested()), weight: 1 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 2 },
);
