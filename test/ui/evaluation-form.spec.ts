import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { EvaluationsClient, makeAnswer } from '../support/evaluations.ts';
import { newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const client = new EvaluationsClient(url);
const TRACES = 6;

let browser: Browser;
let experimentId: string;

beforeAll(async () => {
  browser = await startBrowser();
  experimentId = await client.createExperiment(`evaluation forms ${newTraceId()}`);
  await client.call('POST', '/api/v1/scorers', {
    experiment_id: experimentId,
    name: 'polite',
    definition: { millrace_scorer: { kind: 'contains', parameters: { texts: ['please'] } } },
  });
  const spans = Array.from({ length: TRACES }, (_, index) => makeAnswer(`question ${index}`, 'Yes, please.'));
  await sendSpans(inject('otlpUrl'), spans, { 'x-mlflow-experiment-id': experimentId });
  await untilComplete(url);
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

const address = (path: string): string => `${url}/experiments/${experimentId}/${path}`;

it('an evaluation begins from a form that estimates, and its page tells what became of it', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(address('evaluations'));
  await page.getByRole('button', { name: 'New evaluation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('from the form');
  await dialog.getByRole('combobox', { name: 'Scorers' }).click();
  await page.getByRole('option', { name: 'polite' }).click();
  await dialog.getByText(`${TRACES} of ${TRACES} traces`).waitFor();
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: 'from the form', level: 1 }).waitFor();
  await page.getByText(`${TRACES} scored (100 %)`).waitFor();
  expect(faults).toEqual([]);
});

it('a schedule is made by keyboard with the next times shown, run, and paused', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(address('evaluations?view=schedules'));
  await page.getByRole('button', { name: 'New schedule' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('nightly');
  await dialog.getByLabel('Cron').fill('30 2 * * *');
  await dialog.getByText('2:30').first().waitFor();
  await dialog.getByRole('combobox', { name: 'Scorers' }).press('ArrowDown');
  await page.getByRole('option', { name: 'polite' }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Pause: nightly' }).click();
  await page.getByRole('button', { name: 'Resume: nightly' }).waitFor();
  await page.getByRole('button', { name: 'Run now: nightly' }).click();
  await page.getByRole('link', { name: 'nightly' }).click();
  const fires = page.getByRole('table', { name: 'What it did' });
  await fires.getByRole('link').waitFor();
  await page.getByRole('button', { name: 'Run now: nightly' }).click();
  // Drawn when two of its evaluations have ended.
  await page.getByRole('img', { name: 'Share that passes, over time: polite' }).waitFor();
  expect(await fires.getByText('100 %', { exact: true }).count()).toBe(2);
  await page.goto(address('evaluations'));
  await page.getByRole('link', { name: 'nightly', exact: true }).first().click();
  await page.getByRole('heading', { name: 'nightly', level: 1 }).waitFor();
  expect(faults).toEqual([]);
});
