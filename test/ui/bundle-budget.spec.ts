import { expect, it } from 'vitest';
import { initialJavascriptKb } from '../../benchmarks/web/initial-javascript.ts';

const BUDGET_KB = 250;

it('the first page needs at most 250 kB of compressed JavaScript', () => {
  const size = initialJavascriptKb('dist/web');
  expect(size).toBeGreaterThan(50);
  expect(size).toBeLessThanOrEqual(BUDGET_KB);
});
