import { describe, expect, it } from 'vitest';
import { allOf, parseListTracesQuery } from './list-traces-query.ts';

describe('the query of a list of traces', () => {
  it('turns shortcuts into comparisons beside the filter', () => {
    const query = parseListTracesQuery({
      filter: "name LIKE 'a%' OR name LIKE 'b%'",
      state: 'ERROR',
      session: 's-1',
      user: 'u-1',
      'tag.env': 'prod',
      'attribute.gen_ai.request.model': 'gpt-4o',
      limit: '20',
      experiment_id: ['1', '2'],
    });
    expect(query.limit).toBe(20);
    expect(query.experiment_id).toEqual(['1', '2']);
    const [given, ...shortcuts] = query.filters;
    expect(given).toMatchObject({ kind: 'or' });
    expect(shortcuts).toMatchObject([
      { field: { entity: 'trace', key: 'status' }, comparator: '=', value: 'ERROR' },
      { field: { entity: 'metadata', key: 'mlflow.trace.session' }, value: 's-1' },
      { field: { entity: 'metadata', key: 'mlflow.trace.user' }, value: 'u-1' },
      { field: { entity: 'tag', key: 'env' }, value: 'prod' },
      { kind: 'span', where: { field: { key: 'gen_ai.request.model' }, comparator: '=', value: 'gpt-4o' } },
    ]);
    expect(allOf(query.filters)).toMatchObject({ kind: 'and', operands: query.filters });
    expect(allOf([])).toBeUndefined();
    expect(allOf(shortcuts.slice(0, 1))).toBe(shortcuts[0]);
  });

  it('leaves out what judges made unless told otherwise, or asked about it', () => {
    const key = 'metadata.`mlflow.trace.sourceScorer`';
    const leavesOut = (filter: string, asked?: string) =>
      parseListTracesQuery({ filter, ...(asked !== undefined && { include_judge_traces: asked }) })
        .leavesOutJudgeTraces;
    expect(leavesOut('')).toBe(true);
    expect(leavesOut("metadata.other = 'x' AND tag.a = 'mlflow.trace.sourceScorer'")).toBe(true);
    expect(leavesOut("span.name = 'x'", 'false')).toBe(true);
    expect(leavesOut('', 'true')).toBe(false);
    expect(leavesOut(`${key} = 'safety'`)).toBe(false);
    expect(leavesOut(`status = 'OK' AND NOT (${key} IS NULL OR name = 'x')`)).toBe(false);
    expect(leavesOut(`${key} IS NOT NULL`, 'false')).toBe(true);
    expect(() => leavesOut('', 'yes')).toThrow('include_judge_traces');
  });

  it('names every fault at once', () => {
    expect(() => parseListTracesQuery({ limit: '0', from: 'noon', 'tag.a': ['x', 'y'], bogus: '1' })).toThrow(
      /tag\.a: is not a field.*bogus: is not a field.*from: 'noon' is neither.*limit:/s,
    );
  });
});
