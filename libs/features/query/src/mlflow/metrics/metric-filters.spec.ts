import { Rejected } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { readMetricFilters } from './metric-filters.ts';

describe('the filters of a metric', () => {
  it('are equalities on traces, spans or assessments', () => {
    expect(readMetricFilters('TRACES', ["trace.status = 'OK'", "trace.tag.`my.env` = 'prod'"])).toMatchObject(
      {
        filter: {
          operands: [
            { field: { entity: 'trace', key: 'status' }, value: 'OK' },
            { field: { entity: 'tag', key: 'my.env' }, value: 'prod' },
          ],
        },
      },
    );
    expect(readMetricFilters('SPANS', ["span.type = 'LLM'"])).toMatchObject({
      spanFilter: { operands: [{ field: { entity: 'span', key: 'type' }, value: 'LLM' }] },
    });
    expect(
      readMetricFilters('ASSESSMENTS', ["assessment.name = 'q'", "assessment.type = 'feedback'"]),
    ).toEqual({
      assessment: { name: 'q', kind: 'feedback' },
    });
    expect(readMetricFilters('TRACES', [])).toEqual({});
  });

  it.each([
    ['TRACES', "span.name = 'x'"],
    ['SPANS', "span.model = 'x'"],
    ['SPANS', "assessment.name = 'x'"],
    ['ASSESSMENTS', "assessment.type = 'verdict'"],
    ['TRACES', "trace.status != 'OK'"],
    ['TRACES', "trace.status = 'OK' AND trace.status = 'ERROR'"],
    ['TRACES', ''],
  ] as const)('of %s are not %s', (view, text) => {
    expect(() => readMetricFilters(view, [text])).toThrow(Rejected);
  });
});
