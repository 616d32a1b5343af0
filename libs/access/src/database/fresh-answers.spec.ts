import { Unavailable } from '@millrace/domain';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FreshAnswers } from './fresh-answers.ts';

let answer: string | undefined;
let isDown = false;
let asked = 0;

const answers = (): FreshAnswers<string> =>
  new FreshAnswers(async () => {
    asked += 1;
    await Promise.resolve();
    if (isDown) throw new Unavailable('down');
    return answer;
  });

beforeEach(() => {
  vi.useFakeTimers();
  answer = 'one';
  isDown = false;
  asked = 0;
});

afterEach(() => vi.useRealTimers());

it('asks once for five seconds, and once for all who ask at the same time', async () => {
  const under = answers();
  expect(await Promise.all([under.get('a'), under.get('a')])).toEqual(['one', 'one']);
  answer = 'two';
  expect(await under.get('a')).toBe('one');
  expect(asked).toBe(1);
  vi.advanceTimersByTime(5_000);
  expect(await under.get('a')).toBe('two');
});

it('asks each time for what was not found, and anew for what was forgotten', async () => {
  const under = answers();
  answer = undefined;
  expect(await under.get('a')).toBeUndefined();
  answer = 'made';
  expect(await under.get('a')).toBe('made');
  answer = 'changed';
  under.forget('a');
  expect(await under.get('a')).toBe('changed');
});

it('what is gone is gone after five seconds', async () => {
  const under = answers();
  await under.get('a');
  answer = undefined;
  vi.advanceTimersByTime(5_000);
  expect(await under.get('a')).toBeUndefined();
});

it('answers from memory while nobody can be asked, for an hour', async () => {
  const under = answers();
  await under.get('a');
  isDown = true;
  vi.advanceTimersByTime(3_599_000);
  expect(await under.get('a')).toBe('one');
  await expect(under.get('b')).rejects.toThrow(Unavailable);
  vi.advanceTimersByTime(2_000);
  await expect(under.get('a')).rejects.toThrow(Unavailable);
});
