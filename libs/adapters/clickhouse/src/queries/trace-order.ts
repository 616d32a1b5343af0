import type { TraceOrder } from '@millrace/ports';
import type { QueryParameters } from './query-parameters.ts';

/** One ordering expression without NULLs; `type` is what its value in a page token is read back as. */
export interface OrderTerm {
  readonly sql: string;
  readonly type: 'Int64' | 'String';
  readonly isDescending: boolean;
}

const NEWEST_FIRST: readonly TraceOrder[] = [{ field: 'timestamp', isDescending: true }];
const TIE_BREAK: OrderTerm = { sql: 'lower(hex(trace_id))', type: 'String', isDescending: false };

export function isNewestFirst(order: readonly TraceOrder[]): boolean {
  const [first] = order;
  return first === undefined || (first.field === 'timestamp' && first.isDescending);
}

/** The terms of an order, ended by the trace id so that it is total. Missing values come last in both directions. */
export function orderTerms(order: readonly TraceOrder[], parameters: QueryParameters): OrderTerm[] {
  const wanted = order.length === 0 ? NEWEST_FIRST : order;
  return [...wanted.flatMap((item) => termsOf(item, parameters)), TIE_BREAK];
}

function termsOf({ field, key, isDescending }: TraceOrder, parameters: QueryParameters): OrderTerm[] {
  const one = (sql: string, type: OrderTerm['type']): OrderTerm[] => [{ sql, type, isDescending }];
  const nullable = (isMissing: string, sql: string): OrderTerm[] => [
    { sql: `toInt64(${isMissing})`, type: 'Int64', isDescending: false },
    { sql, type: 'String', isDescending },
  ];
  switch (field) {
    case 'timestamp':
      return one('toUnixTimestamp64Nano(request_time)', 'Int64');
    case 'execution_time':
      return one('duration', 'Int64');
    case 'end_time':
      return one('toUnixTimestamp64Nano(request_time) + duration', 'Int64');
    case 'status':
      return one('toString(state)', 'String');
    case 'request_id':
      return one('lower(hex(trace_id))', 'String');
    case 'experiment_id':
      return one('toInt64(experiment_id)', 'Int64');
    case 'name':
      return nullable("name = ''", 'name');
    case 'run_id':
      return nullable("NOT mapContains(metadata, 'mlflow.sourceRun')", "metadata['mlflow.sourceRun']");
    case 'tag':
    case 'metadata': {
      const column = field === 'tag' ? 'tags' : 'metadata';
      const place = parameters.bind(key ?? '', 'String');
      return nullable(`NOT mapContains(${column}, ${place})`, `${column}[${place}]`);
    }
  }
}

/** SQL that is true for rows after the given values in the order: equal so far, then beyond. */
export function afterValues(
  terms: readonly OrderTerm[],
  values: readonly string[],
  parameters: QueryParameters,
): string {
  const places = terms.map(
    (term, i) => `CAST(${parameters.bind(values[i] ?? '', 'String')} AS ${term.type})`,
  );
  const alternatives = terms.map((term, i) => {
    const equal = terms.slice(0, i).map((earlier, j) => `${earlier.sql} = ${places[j]}`);
    return `(${[...equal, `${term.sql} ${term.isDescending ? '<' : '>'} ${places[i]}`].join(' AND ')})`;
  });
  return `(${alternatives.join(' OR ')})`;
}
