import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const MINUTE_NS = 60_000_000_000n;

let browser: Browser;
let experimentId: string;

beforeAll(async () => {
  browser = await startBrowser();
  const answer = await fetch(`${url}/api/v1/experiments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: `sessions ${newTraceId()}` }),
  });
  experimentId = ((await answer.json()) as { experiment_id: string }).experiment_id;
  const now = BigInt(Date.now()) * 1_000_000n;
  const turns = [
    ['Where is my order?', 'It comes on <b>Thursday</b>.'],
    ['And the kettle?', 'It is in the same parcel.'],
  ] as const;
  const spans = turns.map(([question, answered], at) =>
    makeSpan({
      name: 'turn',
      startTimeUnixNano: now - BigInt(10 - at) * MINUTE_NS,
      endTimeUnixNano: now - BigInt(10 - at) * MINUTE_NS + 1_000_000_000n,
      attributes: {
        'session.id': 'talk-1',
        'user.id': 'ada',
        'mlflow.spanInputs': JSON.stringify({ messages: [{ role: 'user', content: question }] }),
        'mlflow.spanOutputs': JSON.stringify({
          choices: [{ message: { role: 'assistant', content: answered } }],
        }),
      },
    }),
  );
  await sendSpans(inject('otlpUrl'), spans, { 'x-mlflow-experiment-id': experimentId });
  await fetch(`${url}/api/v1/traces?experiment_id=${experimentId}&limit=1&consistency=strong`);
});

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  // A page left open goes on asking.
  await Promise.all(browser.contexts().map((context) => context.close()));
});

describe('the sessions', () => {
  it('are listed, and one is read as a conversation', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/experiments/${experimentId}/sessions`);
    await page.getByRole('link', { name: 'talk-1' }).click();
    await page.getByRole('heading', { name: 'Session talk-1' }).waitFor();
    const turns = page.getByRole('article');
    await turns.nth(1).getByText('It is in the same parcel.').waitFor();
    expect(await turns.nth(0).textContent()).toContain('It comes on <b>Thursday</b>.');
    expect(await turns.nth(0).getByRole('link', { name: 'turn' }).getAttribute('href')).toContain('/traces/');
    expect(faults).toEqual([]);
  });

  it('have users, who lead to their traces', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/experiments/${experimentId}/sessions`);
    await page.getByRole('tab', { name: 'Users' }).click();
    await page.getByRole('link', { name: 'ada' }).click();
    await page.getByRole('heading', { name: 'Traces' }).waitFor();
    expect(new URL(page.url()).searchParams.get('filter')).toBe("user = 'ada'");
    expect(faults).toEqual([]);
  });

  it('that are not there are told in the server’s words', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/experiments/${experimentId}/sessions/nobody`);
    await page.getByText("There is no trace of the session 'nobody'.").waitFor();
  });
});
