import { expect, it } from 'vitest';
import { describeSelection } from './selection-text.ts';

it.each([
  ['batch' as const, {}, 'all traces'],
  ['batch' as const, { kind: 'traces', trace_count: 2 }, '2 chosen traces'],
  [
    'schedule' as const,
    { filter: "status = 'OK'", sample_rate: 0.1 },
    "schedule: status = 'OK' · 10 % sample",
  ],
  [
    'batch' as const,
    { dataset_id: 'd-1', task: { prompt: 'prompts:/a/1', model: 'openai:/m' } },
    'a dataset · answered by prompts:/a/1 on openai:/m',
  ],
])('%s %j judges %s', (cause, selection, text) => {
  expect(describeSelection({ cause, selection })).toBe(text);
});
