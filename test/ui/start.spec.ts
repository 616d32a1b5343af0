import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
/** A workspace of its own is as empty as a new install. */
const WORKSPACE = 'first-run';
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
  await fetch(`${url}/api/v1/workspaces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: WORKSPACE }),
  });
});

afterAll(async () => {
  await browser?.close();
});

it('where no trace ever arrived, leads to the first one and notices it', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${url}/?workspace=${WORKSPACE}`);
  await page.evaluate((name) => sessionStorage.setItem('millrace.workspace', name), WORKSPACE);
  await page.getByRole('link', { name: 'Send your first trace' }).click();
  await page.getByText('Waiting for a trace').waitFor();
  await page.getByRole('tab', { name: 'Collector' }).click();
  await page.getByText(`endpoint: ${url}`).waitFor();
  await page.getByText(`x-mlflow-workspace: ${WORKSPACE}`).waitFor();
  await sendSpans(inject('otlpUrl'), [makeSpan({ name: 'hello' })], { 'x-mlflow-workspace': WORKSPACE });
  await page.getByText('Your first trace is here').waitFor();
  await page.getByRole('link', { name: 'Look at it' }).click();
  await page.getByRole('heading', { name: 'Traces', level: 1 }).waitFor();
  expect(faults).toEqual([]);
});
