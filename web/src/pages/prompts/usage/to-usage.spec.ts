import { expect, it } from 'vitest';
import { toUsage } from './to-usage.ts';

it('the usage of a prompt has its versions alone, each with its scores', () => {
  const at = (prompt: string, experiment: string) => ({ prompt_version: prompt, experiment });
  const traffic = [
    { dimensions: at('shop/1', '3'), measures: { count: 4 } },
    { dimensions: at('other/7', '3'), measures: { count: 9 } },
    { dimensions: at('shop/2', '3'), measures: { count: 5 } },
    { dimensions: at('shop/assistant/2', '3'), measures: { count: 5 } },
  ];
  const scores = [
    {
      dimensions: { ...at('shop/2', '3'), assessment_name: 'polite' },
      measures: { count: 2, pass_rate: 0.5 },
    },
    { dimensions: { ...at('shop/2', '4'), assessment_name: 'polite' }, measures: { count: 1, pass_rate: 1 } },
  ];
  expect(toUsage('shop', traffic, scores)).toEqual([
    {
      version: 2,
      experimentId: '3',
      measures: { count: 5 },
      scores: [{ name: 'polite', count: 2, passRate: 0.5, mean: undefined }],
    },
    { version: 1, experimentId: '3', measures: { count: 4 }, scores: [] },
  ]);
});
