import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const otlpUrl = inject('otlpUrl');
const SOME = 120;

let browser: Browser;
let experimentId: string;
let emptyId: string;

beforeAll(async () => {
  browser = await startBrowser();
  experimentId = await createExperiment(`traces ${newTraceId()}`);
  emptyId = await createExperiment(`no traces ${newTraceId()}`);
  const spans = Array.from({ length: SOME }, (_, at) => requestSpan(`request ${at}`, at % 10 === 0));
  await sendSpans(otlpUrl, spans, { 'x-mlflow-experiment-id': experimentId });
  await askApi(`/api/v1/traces?experiment_id=${experimentId}&limit=1&consistency=strong`);
});

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  // A page left open goes on asking.
  await Promise.all(browser.contexts().map((context) => context.close()));
});

function requestSpan(question: string, isFailed = false) {
  return makeSpan({
    name: isFailed ? 'failing' : 'answering',
    statusCode: isFailed ? 2 : 0,
    attributes: {
      'mlflow.spanInputs': JSON.stringify({ question }),
      'mlflow.spanOutputs': JSON.stringify({ answer: `To ${question}: <script>alert(1)</script>` }),
    },
  });
}

async function askApi<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    ...(body && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  expect(answer.ok, path).toBe(true);
  return (await answer.json()) as Answer;
}

async function createExperiment(name: string): Promise<string> {
  return (await askApi<{ experiment_id: string }>('/api/v1/experiments', { name })).experiment_id;
}

async function openTraces(query = '', id = experimentId): Promise<{ page: Page; faults: readonly string[] }> {
  const opened = await openPage(browser);
  await opened.page.goto(`${url}/experiments/${id}/traces${query}`);
  return opened;
}

/** Of the row at a place below the head. */
function rowAt(page: Page, place: number) {
  return page.getByRole('grid', { name: 'Traces' }).locator(`[aria-rowindex="${place + 1}"]`);
}

describe('the list of traces', () => {
  it('shows requests and answers as text, page after page', async () => {
    const { page, faults } = await openTraces();
    await page.getByText(`${SOME} traces`).waitFor();
    await page.getByText('<script>alert(1)</script>').first().waitFor();
    const grid = page.getByRole('grid', { name: 'Traces' });
    await grid.focus();
    await expect
      .poll(
        async () => {
          await page.keyboard.press('End');
          return rowAt(page, SOME).isVisible();
        },
        { timeout: 15_000 },
      )
      .toBe(true);
    expect(faults).toEqual([]);
  });

  it('is filtered by keyboard with completions, and sorted by a column, in the address', async () => {
    const { page } = await openTraces();
    const filter = page
      .getByRole('textbox', { name: 'Filter' })
      .or(page.getByRole('combobox', { name: 'Filter' }));
    await filter.click();
    await page.keyboard.type('stat');
    await page.getByRole('option', { name: 'status' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type("= 'ER");
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(`${SOME / 10} traces`).waitFor();
    expect(new URL(page.url()).searchParams.get('filter')).toBe("status = 'ERROR'");
    await page.getByRole('button', { name: 'Duration' }).click();
    await page.waitForURL(/order=execution_time/);
    await page
      .getByRole('columnheader', { name: 'Duration' })
      .and(page.locator('[aria-sort="descending"]'))
      .waitFor();
  });

  it('says in the server’s words what is wrong with a filter, with its place', async () => {
    const { page } = await openTraces();
    await page.getByLabel('Filter', { exact: true }).fill("status = 'OK' AND tags.env > 'prod'");
    await page.keyboard.press('Enter');
    const fault = page.getByRole('alert').filter({ hasText: "Invalid comparator '>'" });
    await fault.waitFor();
    expect(await fault.textContent()).toMatch(/\n {2,}\^/);
    expect(new URL(page.url()).searchParams.get('filter')).toBeNull();
  });

  it('goes from row to row by keyboard, selects, and tags what is selected', async () => {
    const { page, faults } = await openTraces(`?filter=${encodeURIComponent("name = 'answering'")}`);
    await rowAt(page, 1).waitFor();
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('2 selected').waitFor();
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Key').fill('seen');
    await page.getByRole('dialog').getByLabel('Value').fill('by-keyboard');
    await page.keyboard.press('Enter');
    await page.getByText('Tagged 2 traces').waitFor();
    const filter = encodeURIComponent("tags.seen = 'by-keyboard'");
    const path = `/api/v1/traces?experiment_id=${experimentId}&consistency=strong&filter=${filter}`;
    expect((await askApi<{ traces: unknown[] }>(path)).traces).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('shows what comes while it is live', async () => {
    const { page } = await openTraces();
    await rowAt(page, 1).waitFor();
    await page.getByRole('button', { name: 'Live' }).click();
    await sendSpans(otlpUrl, [requestSpan('a late question')], { 'x-mlflow-experiment-id': experimentId });
    await page.locator('[data-fresh]').filter({ hasText: 'a late question' }).waitFor({ timeout: 15_000 });
  });

  it('deletes all that match', async () => {
    const { page } = await openTraces(`?filter=${encodeURIComponent("name = 'failing'")}`);
    await page.getByText(`${SOME / 10} traces`).waitFor();
    await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: `Delete ${SOME / 10} traces` }).click();
    await page.getByText(`Deleted ${SOME / 10} traces`).waitFor();
    await page.getByRole('heading', { name: 'No trace matches' }).waitFor();
  });
});

it('an experiment that never had a trace says how one comes', async () => {
  const { page, faults } = await openTraces('', emptyId);
  await page.getByRole('heading', { name: 'No trace has come yet' }).waitFor();
  expect(faults).toEqual([]);
});
