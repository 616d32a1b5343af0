import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const PATIENT = { timeout: 15_000 };
let browser: Browser;
let experimentId: string;

/** Eight traces: a call of a model of which two failed, and of a tool. */
beforeAll(async () => {
  browser = await startBrowser();
  experimentId = await makeExperiment('Overview of figures');
  const spans = Array.from({ length: 8 }, (_, index) => {
    const traceId = newTraceId();
    const root = makeSpan({ traceId, name: 'answer', statusCode: index < 2 ? 2 : 1, attributes: llm() });
    const tool = { 'gen_ai.operation.name': 'execute_tool' };
    return [root, makeSpan({ traceId, parentSpanId: root.spanId, name: 'look_up', attributes: tool })];
  });
  await sendSpans(inject('otlpUrl'), spans.flat(), { 'x-mlflow-experiment-id': experimentId });
  await untilComplete(url);
});

afterAll(async () => {
  await browser?.close();
});

it('shows what the traffic comes to, as charts or tables, and narrows to a model', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${url}/experiments/${experimentId}`);
  const figures = page.getByLabel('Figures');
  await figures.getByText('25 %').waitFor();
  await page.getByRole('img', { name: /^Traces and errors, over time/ }).waitFor();
  await page.getByRole('button', { name: 'Traces and errors as a table' }).click();
  const errors = page.getByRole('region', { name: 'Traces and errors as a table' }).getByRole('cell');
  await expect.poll(async () => (await errors.allTextContents()).slice(1), PATIENT).toEqual(['6', '2']);
  await page.getByRole('region', { name: 'Tool calls' }).getByRole('button', { name: 'look_up' }).waitFor();
  await page.getByRole('region', { name: 'Models' }).getByRole('button', { name: 'gpt-4.1' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('filter'), PATIENT).toBe("model = 'gpt-4.1'");
  await figures.getByText('25 %').waitFor();
  expect(faults).toEqual([]);
});

it('a click on a bar shows its time alone', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${url}/experiments/${experimentId}?range=24h`);
  const chart = page.getByRole('img', { name: /^Traces and errors, over time/ });
  await chart.locator('.recharts-bar-rectangle path').last().click();
  await expect.poll(() => new URL(page.url()).searchParams.get('to'), PATIENT).not.toBeNull();
});

it('without traces it says so', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${url}/experiments/${await makeExperiment('Overview of nothing')}`);
  await page.getByText('No traces in this time').first().waitFor();
  await page.getByText('No span of these traces names a model').waitFor();
  expect(faults).toEqual([]);
});

it('says in the server’s words what is wrong with a filter', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${url}/experiments/${experimentId}?filter=${encodeURIComponent('status > ')}`);
  await page.getByRole('alert').first().waitFor();
});

function llm() {
  return {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'openai',
    'gen_ai.request.model': 'gpt-4.1',
    'gen_ai.usage.input_tokens': 100,
    'gen_ai.usage.output_tokens': 20,
  };
}

async function makeExperiment(name: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/experiments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  return ((await response.json()) as { experiment_id: string }).experiment_id;
}
