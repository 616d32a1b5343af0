import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { EvaluationsClient, makeAnswer, type EvaluationAnswer } from '../support/evaluations.ts';
import { newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const client = new EvaluationsClient(url);
const isEnded = ({ state }: EvaluationAnswer): boolean => state === 'finished';
const QUESTIONS = Array.from({ length: 12 }, (_, index) => `question ${index}`);
const POLITE = {
  name: 'polite',
  definition: { millrace_scorer: { kind: 'contains', parameters: { texts: ['please'] } } },
};

let browser: Browser;
let experimentId: string;
let before: string;
let after: string;

/** Evaluates the same questions, answered politely or not; the id of the evaluation. */
async function evaluate(name: string, isPolite: (index: number) => boolean): Promise<string> {
  const spans = QUESTIONS.map((question, index) =>
    makeAnswer(question, isPolite(index) ? 'Here it is, please.' : 'No.'),
  );
  await sendSpans(inject('otlpUrl'), spans, { 'x-mlflow-experiment-id': experimentId });
  await untilComplete(url);
  const { evaluation_id: id } = await client.create({
    experiment_id: experimentId,
    name,
    trace_ids: spans.map(({ traceId }) => `tr-${traceId}`),
    scorers: [POLITE, { name: 'exact', definition: { millrace_scorer: { kind: 'exact_match' } } }],
  });
  await client.until(id, isEnded);
  return id;
}

beforeAll(async () => {
  browser = await startBrowser();
  experimentId = await client.createExperiment(`evaluations ${newTraceId()}`);
  await client.call('POST', '/api/v1/scorers', {
    experiment_id: experimentId,
    name: 'polite',
    definition: POLITE.definition,
  });
  before = await evaluate('before', () => true);
  after = await evaluate('after', (index) => index >= 9);
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

const address = (path: string): string => `${url}/experiments/${experimentId}/${path}`;

describe('evaluations', () => {
  it('are listed with scores, and one tells what became of every trace and what each row says', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(address('evaluations'));
    const row = page.getByRole('row', { name: /^after/ });
    await row.getByText('25 %', { exact: true }).waitFor();
    await row.getByRole('link', { name: 'after' }).click();
    const coverage = page.getByRole('region', { name: 'Coverage' });
    await coverage.getByText('12 scored (100 %)').waitFor();
    const failures = page.getByRole('region', { name: 'What did not pass' });
    await failures.getByText('not passing: no').waitFor();
    await failures.getByText("skipped: needs an expectation 'expected_response'").waitFor();
    await page.getByRole('combobox', { name: 'Verdict' }).click();
    await page.getByRole('option', { name: 'Not passing' }).click();
    await page.waitForURL(/passing=false/);
    await page.locator('[role=table][aria-rowcount="10"]').waitFor();
    await page.getByRole('cell', { name: 'question 3', exact: true }).waitFor();
    expect(faults).toEqual([]);
  });

  it('are compared: differences with significance, regressions with both traces', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(
      address(`evaluations/compare?baseline=evaluation:${before}&candidate=evaluation:${after}`),
    );
    const differences = page.getByRole('region', { name: 'Differences' });
    await differences
      .getByRole('row', { name: /polite 100 % 25 %/ })
      .getByText('worse')
      .waitFor();
    const worse = page.getByRole('table', { name: 'Got worse' });
    expect(await worse.getByRole('link').count()).toBe(27);
    await page.getByText('No example got better.').waitFor();
    await worse.getByRole('cell', { name: 'question 3' }).first().waitFor();
    await worse.getByRole('link', { name: 'Compare' }).first().click();
    await page.waitForURL(/traces\/compare\?left=[0-9a-f]{32}&right=[0-9a-f]{32}/);
    await page.getByRole('heading', { name: 'Compare traces', level: 1 }).waitFor();
    expect(faults).toEqual([]);
  });

  it('that do not exist say so, and an experiment without any says what to do', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('evaluations/ev-none'));
    await page.getByText("Evaluation with id 'ev-none' not found").waitFor();
    const empty = await client.createExperiment(`empty ${newTraceId()}`);
    await page.goto(`${url}/experiments/${empty}/evaluations`);
    await page.getByRole('heading', { name: 'Nothing has been evaluated yet' }).waitFor();
  });
});

it('a run of a client shows its figures and parameters', async () => {
  const { run_id: runId } = await client.call<{ run_id: string }>('POST', '/api/v1/runs', {
    experiment_id: experimentId,
    name: 'from a notebook',
  });
  await client.call('POST', `/api/v1/runs/${runId}/log`, {
    metrics: [{ key: 'polite/mean', value: 0.75 }],
    params: { model: 'gpt-4.1-mini' },
  });
  const { page, faults } = await openPage(browser);
  await page.goto(address('evaluations?view=runs'));
  await page.getByRole('link', { name: 'from a notebook' }).click();
  await page.getByRole('row', { name: 'polite/mean 0.75' }).waitFor();
  await page.getByRole('row', { name: 'model gpt-4.1-mini' }).waitFor();
  expect(faults).toEqual([]);
});
