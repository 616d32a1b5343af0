import { expect, it } from 'vitest';
import { mergeNewest } from './merge-newest.ts';

const row = (id: string, time: string, state = 'OK') => ({
  trace_id: id,
  request_time_unix_nano: time,
  state,
});

it('rows that came are put where their time belongs, and those known are as they are now', () => {
  const before = [row('b', '200', 'IN_PROGRESS'), row('a', '100')];
  const latest = [row('d', '1000'), row('c', '150'), row('b', '200')];
  expect(mergeNewest(latest, before)).toEqual([
    row('d', '1000'),
    row('b', '200'),
    row('c', '150'),
    row('a', '100'),
  ]);
});
