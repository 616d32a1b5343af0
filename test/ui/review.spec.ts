import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
let browser: Browser;
let experimentId: string;
let traceIds: readonly string[];

beforeAll(async () => {
  browser = await startBrowser();
  experimentId = await makeExperiment('for review');
  const spans = ['What is a millrace?', 'Who owns the mill?'].map((question) =>
    makeSpan({
      attributes: {
        'mlflow.experimentId': experimentId,
        'mlflow.spanInputs': JSON.stringify({ question }),
        'mlflow.spanOutputs': '"Water that turns the wheel."',
      },
    }),
  );
  await sendSpans(inject('otlpUrl'), spans, { 'x-mlflow-experiment-id': experimentId });
  traceIds = spans.map(({ traceId }) => traceId);
});

afterAll(async () => {
  await browser?.close();
});

it('a dataset is made, filled and edited', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${url}/experiments/${experimentId}/datasets`);
  await page.getByText('No dataset yet').waitFor();
  await page.getByRole('button', { name: 'New dataset' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('questions');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'questions' }).click();
  await page.getByRole('button', { name: 'Add a record' }).click();
  await page.getByLabel('Inputs').fill('{"question": }');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Inputs: Unexpected token').waitFor();
  await page.getByLabel('Inputs').fill('{"question": "What turns the wheel?"}');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('question: What turns the wheel?').waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Expected' }).fill('{"expected_response": "Water"}');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('expected_response: Water').waitFor();
  expect(faults).toEqual([]);
});

it('a reviewer answers by keyboard until nothing is left, and the answers are assessments', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${url}/experiments/${experimentId}/review`);
  await makeQuestionAndQueue(page);
  await page.getByRole('link', { name: 'first look' }).click();
  await page.getByText('Nothing to review').waitFor();
  const queueId = page.url().split('/').at(-1);
  const sent = await page.request.post(`${url}/api/v1/review-queues/${queueId}/items`, {
    data: { trace_ids: traceIds },
  });
  expect(sent.ok()).toBe(true);
  await page.reload();
  await page.getByLabel('Your name').fill('ann');
  for (const _ of traceIds) {
    const trace = page.getByRole('region', { name: 'Trace' });
    const shown = await trace.getByText(/What is a millrace|Who owns the mill/).textContent();
    await page.getByRole('radio', { name: 'yes' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await trace.getByText(shown ?? '').waitFor({ state: 'detached' });
  }
  await page.getByText('Nothing to review').waitFor();
  for (const traceId of traceIds) {
    const answer = await page.request.get(`${url}/api/v1/traces/${traceId}/assessments?consistency=strong`);
    expect(await answer.json()).toMatchObject({
      assessments: [{ name: 'is_helpful', value: true, source: { id: 'ann' } }],
    });
  }
  expect(faults).toEqual([]);
});

async function makeQuestionAndQueue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New question' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('is_helpful');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('cell', { name: 'is_helpful' }).waitFor();
  await page.getByRole('button', { name: 'New queue' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('first look');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Questions' }).press('ArrowDown');
  await page.getByRole('option', { name: 'is_helpful' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Create' }).click();
}

async function makeExperiment(name: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/experiments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  return ((await response.json()) as { experiment_id: string }).experiment_id;
}
