import { expect, it } from 'vitest';
import { fromMlflowAddress } from './mlflow-addresses.ts';

it.each([
  ['#/experiments/3', '/experiments/3'],
  ['#/experiments/3/runs/0af', '/experiments/3/runs/0af'],
  ['#/experiments/3/evaluation-runs?selectedRunUuid=0af', '/experiments/3/runs/0af'],
  ['#/experiments/3/models/m-12', '/experiments/3/versions/m-12'],
  ['#/experiments/3/traces?a=1&selectedEvaluationId=tr-0af', '/experiments/3/traces/tr-0af'],
  ['#/experiments/3/traces?startTimeLabel=ALL', '/experiments/3/traces'],
  ['#/prompts/my%20prompt', '/prompts/my%20prompt'],
  ['#anything', undefined],
  ['', undefined],
])('%s is %s here', (hash, address) => {
  expect(fromMlflowAddress(hash)).toBe(address);
});
