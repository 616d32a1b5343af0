import { parseFilter, SPAN_FIELD_NAMES, TRACE_FIELD_NAMES } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { fieldsOf, keyedFieldsOf, type FilterField, type FilterScope } from './filter-fields.ts';

const COMPARATORS = [
  ...['=', '!=', '<', '<=', '>', '>=', 'IN', 'NOT IN'],
  ...['LIKE', 'ILIKE', 'RLIKE', 'MATCH', 'IS NULL', 'IS NOT NULL'],
];
const VALUES: Readonly<Record<FilterField['value'], string>> = {
  text: "'word'",
  words: "'word'",
  number: '3',
  time: "'2026-11-21T12:00:00Z'",
  duration: "'500ms'",
};
/** Other names of fields that are offered: MLflow's, and the long ones. */
const ALSO_CALLED: Readonly<Record<FilterScope, readonly string[]>> = {
  trace: [
    ...['execution_time', 'execution_time_ms', 'timestamp_ms', 'end_time_ms'],
    ...['tokens.total', 'cost.total'],
  ],
  span: ['tokens.total'],
};
const NAMES: Readonly<Record<FilterScope, readonly string[]>> = {
  trace: TRACE_FIELD_NAMES,
  span: SPAN_FIELD_NAMES,
};

/** Comparators that the grammar takes behind a left side, before the kind of value it has or, as scores may be, a number. */
function takenBy(scope: FilterScope, { name, value }: Pick<FilterField, 'name' | 'value'>): string[] {
  return COMPARATORS.filter((comparator) =>
    [VALUES[value], '3'].some((literal) => {
      const right = comparator.endsWith('NULL') ? '' : literal;
      const condition = `${name} ${comparator} ${comparator.endsWith('IN') ? `(${right})` : right}`;
      return isFilter(scope === 'span' ? `span(${condition})` : condition);
    }),
  );
}

function isFilter(text: string): boolean {
  try {
    parseFilter(text);
    return true;
  } catch {
    return false;
  }
}

describe.each(['trace', 'span'] as const)('what is offered about a %s', (scope) => {
  const plain = fieldsOf(scope);
  const keyed = keyedFieldsOf(scope).map(({ name, ...field }) => ({ ...field, name: `${name}.key` }));

  it.each([...plain, ...keyed])('$name has the comparators of the grammar', (field) => {
    expect(field.comparators.toSorted()).toEqual(takenBy(scope, field).sort());
  });

  it('leaves out no field of the grammar', () => {
    const offered = plain.map(({ name }) => name).filter((name) => name !== 'issue.id');
    expect([...offered, ...ALSO_CALLED[scope]].sort()).toEqual(NAMES[scope].toSorted());
  });
});
