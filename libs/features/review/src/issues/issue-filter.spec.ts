import { expect, it } from 'vitest';
import { issueFilterSql } from './issue-filter.ts';

function sqlOf(text: string) {
  const values: unknown[] = [];
  return { sql: issueFilterSql(text, (value) => `$${values.push(value)}`), values };
}

it('issues are filtered by bound values, unknown ones meeting nothing', () => {
  expect(sqlOf('')).toEqual({ sql: undefined, values: [] });
  expect(sqlOf("status = 'resolved' AND NOT attribute.source_run_id != 'r'")).toEqual({
    sql: '(coalesce(issue.status = $1, false)) and (NOT (coalesce(issue.source_run_id != $2, false)))',
    values: ['resolved', 'r'],
  });
});

it.each(["color = 'red'", "status LIKE 'r%'", 'status = 1', "constructor = 'x'"])('%s is refused', (text) => {
  expect(() => sqlOf(text)).toThrow();
});
