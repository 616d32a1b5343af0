import { parseFilterOf, type Comparison, type PlainFilter, type ReadField } from '@millrace/domain';

type Bind = (value: unknown) => string;

/** What issues can be filtered by, as SQL. */
const COLUMNS: Readonly<Record<string, string>> = {
  status: 'issue.status',
  severity: 'issue.severity',
  source_run_id: 'issue.source_run_id',
};
const PREFIXES = ['attribute', 'attributes', 'issue'];

const readField: ReadField<string> = (segments) => {
  const [first = '', ...rest] = segments;
  const name =
    rest.length > 0 && PREFIXES.includes(first.toLowerCase()) ? rest.join('.') : segments.join('.');
  const column = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined;
  if (column === undefined) {
    return `Invalid attribute key '${name}' specified. Valid keys are: ${Object.keys(COLUMNS).join(', ')}.`;
  }
  return { field: column, comparators: ['=', '!='], value: 'text', label: name };
};

/** The filter as a condition, every value bound; undefined for a blank one. Throws Rejected with a caret. */
export function issueFilterSql(text: string, bind: Bind): string | undefined {
  const filter = parseFilterOf(text, readField);
  return filter && filterSql(filter, bind);
}

function filterSql(filter: PlainFilter<string>, bind: Bind): string {
  if (filter.kind === 'comparison') return comparisonSql(filter, bind);
  if (filter.kind === 'not') return `NOT (${filterSql(filter.operand, bind)})`;
  return filter.operands.map((operand) => `(${filterSql(operand, bind)})`).join(` ${filter.kind} `);
}

/** What is unknown meets no comparison. */
function comparisonSql({ field, comparator, value }: Comparison<string>, bind: Bind): string {
  return `coalesce(${field} ${comparator} ${bind(value)}, false)`;
}
