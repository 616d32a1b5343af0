import fc from 'fast-check';

const COLUMNS = [
  [
    'spans',
    [
      'name',
      'experiment_id',
      'start_time',
      'model',
      'attributes',
      'tokens_input',
      'prompt_versions',
      'trace_id',
    ],
  ],
  ['traces', ['name', 'experiment_id', 'start_time', 'models', 'tags', 'tokens_input', 'state', 'trace_id']],
  [
    'assessments',
    ['name', 'experiment_id', 'trace_start_time', 'value', 'rationale', 'assessment_id', 'trace_id', 'kind'],
  ],
] as const;
/** Of one value: those that fail by what they are given, and those the index follows. */
const ONE = [
  ...[
    'toString',
    'toUnixTimestamp',
    'toFloat64',
    'toInt64',
    'negate',
    'length',
    'toUInt8',
    'base58Decode',
    'factorial',
  ],
  ...[
    'toStartOfMinute',
    'toDate',
    'mapKeys',
    'arrayJoin',
    'assumeNotNull',
    'toNullable',
    'materialize',
    'identity',
  ],
  ...[
    'toLowCardinality',
    'reverse',
    'fromModifiedJulianDay',
    'toIPv4',
    'hex',
    'throwIf',
    'not',
    'exp10',
    'cityHash64',
  ],
];
const TWO = [
  ...[
    'plus',
    'minus',
    'multiply',
    'intDiv',
    'modulo',
    'divide',
    'round',
    'floor',
    'concat',
    'repeat',
    'toFixedString',
  ],
  ...[
    'accurateCast',
    'CAST',
    'toDateTime64',
    'toDecimal64',
    'toDecimal32',
    'equals',
    'greater',
    'like',
    'has',
    'in',
    'pow',
  ],
];
const CONSTANTS = [
  ...[
    '0',
    '2',
    '9',
    '70000',
    '4000000000',
    '-3',
    "'%victim%'",
    "'UInt8'",
    "'Decimal64(9)'",
    "'UTC'",
    "'x'",
    'NULL',
  ],
  ...['toDecimal32(7, 8)', "toDateTime('2026-03-04 16:00:00')", '1e300', 'toInt256(10)', '[1, 2]'],
];

interface Source {
  readonly view: string;
  readonly columns: readonly string[];
}
const source: fc.Arbitrary<Source> = fc.constantFrom(
  ...COLUMNS.map(([view, columns]) => ({ view, columns })),
);

function value({ columns }: Source): fc.Arbitrary<string> {
  const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
    leaf: fc.oneof(fc.constantFrom(...columns), fc.constantFrom(...CONSTANTS)),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...columns),
      fc.tuple(fc.constantFrom(...ONE), tie('tree')).map(([name, of]) => `${name}(${of})`),
      fc
        .tuple(fc.constantFrom(...TWO), tie('tree'), tie('leaf'))
        .map(([name, left, right]) => `${name}(${left}, ${right})`),
      fc
        .tuple(fc.constantFrom(...TWO), tie('leaf'), tie('tree'))
        .map(([name, left, right]) => `${name}(${left}, ${right})`),
      tie('tree').map((of) => `arrayMap(x -> ${of}, [1])`),
    ),
  }));
  return tree;
}

/** A query over one view: what it says is sorted, so that it depends on no order. */
const simple = source.chain((of) =>
  fc
    .tuple(value(of), value(of), value(of))
    .map(
      ([shown, left, right]) =>
        `SELECT arraySort(groupUniqArray(toString(x))) FROM (SELECT ${shown} AS x FROM ${of.view} WHERE ${left} >= ${right})`,
    ),
);
/** What may stand around a query, or try to. */
const AROUND: readonly ((query: string) => string)[] = [
  (query) => query,
  (query) => `SELECT * FROM (${query})`,
  (query) => `WITH q AS (${query}) SELECT * FROM q AS a, q AS b`,
  (query) => `${query} UNION ALL ${query}`,
  (query) => `${query} EXCEPT SELECT ['x']`,
  (query) => `SELECT (${query}) AS a`,
  (query) => `SELECT count() FROM spans WHERE toString((${query})) != name`,
  (query) => `SELECT * FROM view(${query})`,
  (query) => `${query} SETTINGS use_query_cache = 1`,
  (query) => `SELECT * FROM (${query} SETTINGS apply_prewhere_after_final = 0)`,
  (query) => `EXPLAIN indexes = 1 ${query}`,
  (query) =>
    query
      .replaceAll(' FROM spans', ' FROM millrace.spans')
      .replaceAll(' FROM traces', ' FROM millrace.traces'),
  (query) => query.replace('(', '/*(*/('),
  (query) => `${query} -- '`,
  (query) => `(${query}) INTO OUTFILE '/tmp/x'`,
  (query) => `${query}; ${query}`,
  (query) => `SELECT {x:Enum8('a'/*'*/=1)} AS a, * FROM (${query}) WHERE '' = ''`,
];

/** Queries put together at random from what an attacker would try; the same at each run. */
export function composeQueries(count: number): string[] {
  const composed = fc.tuple(simple, fc.constantFrom(...AROUND)).map(([query, around]) => around(query));
  return [...new Set(fc.sample(composed, { numRuns: count, seed: 8 }))];
}
