import type { SuggestedField, SuggestionQuery } from '@millrace/ports';
import { SqlParams } from './sql-params.ts';

/** Rows looked at, the newest of the range: as many as can be read in a moment. */
const ROWS = { words: 100_000, attributes: 20_000, traces: 25_000 };
/** A longer text is no word to choose from a list. */
const LONGEST = 200;
/** More experiments than this share one sample, which then may not be the newest. */
const MAX_SAMPLES = 32;

interface Source {
  readonly table: 'spans' | 'traces';
  readonly rows: number;
  /** The value, or with `isArray` the values, of a row. */
  readonly values: string;
  readonly isArray?: boolean;
}

const word = (column: string): Source => ({ table: 'spans', rows: ROWS.words, values: column });
const ofTrace = (values: string, isArray = false): Source => ({
  table: 'traces',
  rows: ROWS.traces,
  values,
  isArray,
});

function sourceOf({ of, key }: SuggestedField, params: SqlParams): Source {
  switch (of) {
    case 'session':
      return ofTrace("ifNull(session_id, '')");
    case 'user':
      return ofTrace("ifNull(user_id, '')");
    case 'tag':
    case 'metadata': {
      const map = of === 'tag' ? 'tags' : 'metadata';
      return key === undefined ? ofTrace(`mapKeys(${map})`, true) : ofTrace(`${map}[${params.text(key)}]`);
    }
    case 'feedback':
    case 'expectation':
      return ofTrace(
        `arrayMap(a -> JSONExtractString(a, 'assessment_name'), arrayFilter(a -> JSONHas(a, '${of}'), mapValues(assessments)))`,
        true,
      );
    case 'attribute': {
      const source = { table: 'spans', rows: ROWS.attributes } as const;
      return key === undefined
        ? { ...source, values: 'mapKeys(attributes)', isArray: true }
        : { ...source, values: `attributes[${params.text(key)}]` };
    }
    default:
      return word(of);
  }
}

/** Values with their number among the newest rows, the most frequent first. */
export function suggestStatement(query: SuggestionQuery): { sql: string; params: Record<string, unknown> } {
  const params = new SqlParams();
  const source = sourceOf(query.field, params);
  const value = source.isArray === true ? 'arrayJoin(item)' : 'item';
  const sql = `
SELECT toString(value) AS text, toString(count()) AS rows_with_it
FROM (SELECT ${value} AS value FROM (${samples(query, source, params).join('\n  UNION ALL\n')}))
WHERE value != '' AND length(value) <= ${LONGEST} AND startsWith(lowerUTF8(value), lowerUTF8(${params.text(query.prefix)}))
GROUP BY value
ORDER BY count() DESC, text
LIMIT {limit:UInt32}`;
  return { sql, params: { ...params.values, workspace: query.workspaceId, limit: query.limit } };
}

/** From the end of the sorting key of each experiment, which is how the newest are found without reading the others. */
function samples({ experimentIds }: SuggestionQuery, source: Source, params: SqlParams): string[] {
  const { table, values, rows } = source;
  const [time, place] =
    table === 'spans'
      ? ['start_time', 'toStartOfMinute(start_time)']
      : ['request_time', 'toStartOfHour(request_time)'];
  const sample = (condition: string, order: string, limit: number) => `
  SELECT * FROM (SELECT ${values} AS item FROM ${table}
    WHERE ${condition} AND workspace_id = {workspace:String} AND is_deleted = 0
      AND ${time} >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
      AND ${time} < fromUnixTimestamp64Nano({to:Int64}, 'UTC')
    ${order} LIMIT ${limit})`;
  const experiments = [...new Set(experimentIds)];
  if (experiments.length > MAX_SAMPLES) {
    return [sample(`experiment_id IN ${params.bind('Array(UInt32)', experiments)}`, '', rows)];
  }
  const share = Math.ceil(rows / experiments.length);
  return experiments.map((id) =>
    sample(
      `experiment_id = ${params.bind('UInt32', id)}`,
      `ORDER BY experiment_id DESC, ${place} DESC`,
      share,
    ),
  );
}
