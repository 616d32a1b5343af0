import { expect, it } from 'vitest';
import { auditTarget } from './audit-target.ts';

it('keeps what a request names and nothing that it says', () => {
  const target = auditTarget({
    params: { name: 'support', '*': '1/artifacts/model.bin' },
    query: { run_uuid: 'r1' },
    body: {
      experimentId: '7',
      trace_ids: ['tr-1', 'tr-2'],
      password: 'correct horse',
      values: { api_key: 'sk-1' },
      template: 'You are …',
      key: 'stage',
      value: 'secret',
    },
  });
  expect(JSON.parse(target)).toEqual({
    name: 'support',
    '*': '1/artifacts/model.bin',
    run_uuid: 'r1',
    experimentId: '7',
    trace_ids: ['tr-1', 'tr-2'],
    key: 'stage',
  });
});

it('is short, whatever comes', () => {
  const traceIds = Array.from({ length: 1000 }, (_, index) => `tr-${index}`);
  const target = auditTarget({ body: { trace_ids: traceIds, name: '"'.repeat(5_000) } });
  expect(target.length).toBeLessThanOrEqual(1_000);
  const { trace_ids: kept, name } = JSON.parse(target) as { trace_ids: string[]; name: string };
  expect(kept[0]).toBe('tr-0');
  expect(kept.at(-1)).toBe(`and ${1001 - kept.length} more`);
  expect(name).toMatch(/^"+…$/);
  expect(auditTarget({ body: Buffer.from('bytes'), query: undefined, params: null })).toBe('{}');
});
