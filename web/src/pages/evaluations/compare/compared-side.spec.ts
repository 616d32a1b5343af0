import { expect, it } from 'vitest';
import { toSide } from './compared-side.ts';

it.each([
  ['run:5a13', { run_id: '5a13' }],
  ['evaluation:ev-1', { evaluation_id: 'ev-1' }],
  ['prompt:answer/3', { prompt_version: 'answer/3' }],
  ['model:m-1', { logged_model_id: 'm-1' }],
  ['nothing:x', undefined],
  [undefined, undefined],
])('%s is %j', (text, side) => {
  expect(toSide(text)).toEqual(side);
});
