import { readFileSync } from 'node:fs';
import { MADE_COLUMNS, word } from '../data/made-spans.ts';

const SPANS_SQL = 'libs/adapters/clickhouse/src/migrations/0001_spans.sql';
const PAYLOADS = ['inputs', 'outputs', 'events', 'links', 'blobs', 'faults'];
const KEY = ['experiment_id', 'trace_id', 'span_id', 'sequence', 'is_deleted', 'start_time'];

/** A way to lay spans out in tables. */
export interface Layout {
  readonly tables: readonly string[];
  readonly create: readonly string[];
  /** Statements that copy some of the made spans; `range` is a condition on them. */
  readonly insert: (range: string) => readonly string[];
  readonly light: string;
  readonly payloads: string;
  /** A condition that a word is in the inputs. */
  readonly hasWord: (word: string) => string;
}

/** The DDL of `spans` as first deployed, under another name, some columns left out, some lines added. */
export function spansDdl(table: string, without: readonly string[], added: readonly string[] = []): string {
  const lines = readFileSync(SPANS_SQL, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('--') && !without.includes(line.trim().split(' ')[0] ?? ''))
    .join('\n')
    .replace('EXISTS spans', `EXISTS ${table}`);
  return added.reduce(
    (ddl, line) => ddl.replace('    INDEX attribute_keys', `${line},\n    INDEX attribute_keys`),
    lines,
  );
}

const allColumns = MADE_COLUMNS.split(',').map((column) => column.trim());
const copy = (table: string, columns: readonly string[], range: string): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM made WHERE ${range}`;

function oneTable(indexes: readonly string[], hasWord: Layout['hasWord']): Layout {
  return {
    tables: ['wide'],
    create: [spansDdl('wide', [], indexes)],
    insert: (range) => [copy('wide', allColumns, range)],
    light: 'wide',
    payloads: 'wide',
    hasWord,
  };
}

const hasToken = (text: string): string => `hasToken(lowerUTF8(inputs), '${text}')`;
const index = (name: string, column: string, type: string): string =>
  `    INDEX ${name} lowerUTF8(${column}) TYPE ${type}`;
const textIndexes = ['inputs', 'outputs'].map((column) =>
  index(`${column}_words`, column, 'text(tokenizer = splitByNonAlpha)'),
);

function twoTables(indexes: readonly string[], hasWord: Layout['hasWord']): Layout {
  const payloadColumns = allColumns.filter((column) => KEY.includes(column) || PAYLOADS.includes(column));
  const others = readFileSync(SPANS_SQL, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('    ') && !line.startsWith('    INDEX'))
    .map((line) => line.trim().split(' ')[0] ?? '')
    .filter(
      (column) =>
        !['retention_days', ...KEY, ...PAYLOADS, 'vertical_merge_algorithm_min_rows_to_activate'].includes(
          column,
        ),
    );
  const indexedOthers = ['INDEX', ...others];
  const payloadDdl = spansDdl('payloads', indexedOthers)
    .replace(/,\n\)/, '\n)')
    .replace('\n)\nENGINE', `${indexes.map((line) => `,\n${line}`).join('')}\n)\nENGINE`)
    .replace(/,(\s*),/g, ',$1')
    .replace(/,(\s*\n\))/, '$1');
  return {
    tables: ['light', 'payloads'],
    create: [spansDdl('light', PAYLOADS), payloadDdl],
    insert: (range) => [
      copy('payloads', payloadColumns, range),
      copy(
        'light',
        allColumns.filter((column) => !PAYLOADS.includes(column)),
        range,
      ),
    ],
    light: 'light',
    payloads: 'payloads',
    hasWord,
  };
}

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  'one table': oneTable([], hasToken),
  'two tables': twoTables([], hasToken),
  'one table, text index': oneTable(textIndexes, (text) => `hasAllTokens(lowerUTF8(inputs), ['${text}'])`),
  'one table, token bloom filter': oneTable(
    [
      index('inputs_words', 'inputs', 'tokenbf_v1(65536, 3, 0) GRANULARITY 1'),
      index('outputs_words', 'outputs', 'tokenbf_v1(32768, 3, 0) GRANULARITY 1'),
    ],
    hasToken,
  ),
};

/** Words of different frequency; one in some 11 ln(50000) spans times its rank has it in its inputs. */
export const WORDS = { common: word(10), middling: word(3_000), rare: word(40_000) };
