import { expect, it } from 'vitest';
import { untilAnswered } from './until-answered.ts';

const { signal } = new AbortController();

it('asks again after what passes, and gives what stays', async () => {
  const answers = [new Response('', { status: 503 }), new Response('fine')];
  const answer = await untilAnswered(async () => answers.shift() ?? Response.error(), signal);
  expect(await answer.text()).toBe('fine');
  const refused = await untilAnswered(async () => new Response('no', { status: 400 }), signal);
  expect(refused.status).toBe(400);
});

it('waits no longer once it is to end', async () => {
  const ending = new AbortController();
  const asked = untilAnswered(async () => {
    setImmediate(() => ending.abort());
    return new Response('', { status: 429, headers: { 'retry-after': '3600' } });
  }, ending.signal);
  await expect(asked).rejects.toThrow(/aborted/);
});
