/** Which two traces are compared. */
export interface CompareSearch {
  readonly left?: string;
  readonly right?: string;
}

const TRACE_ID = /^(tr-)?([0-9a-f]{32})$/i;

export function readCompareSearch(search: Readonly<Record<string, unknown>>): CompareSearch {
  const left = readTraceId(search['left']);
  const right = readTraceId(search['right']);
  return { ...(left !== undefined && { left }), ...(right !== undefined && { right }) };
}

function readTraceId(value: unknown): string | undefined {
  return typeof value === 'string' ? TRACE_ID.exec(value)?.[2]?.toLowerCase() : undefined;
}
