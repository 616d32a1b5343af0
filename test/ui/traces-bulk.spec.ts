import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { getJson, listTraces, untilComplete } from '../support/api.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { EvaluationsClient } from '../support/evaluations.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const client = new EvaluationsClient(url);
const SOME = 12;
const FAILED = 4;
const DAY_MS = 24 * 3_600_000;
/** Each opens pages and waits for them, beside other suites. */
vi.setConfig({ testTimeout: 120_000 });
const PATIENT = { timeout: 20_000 };
let browser: Browser;
let experimentId: string;

beforeAll(async () => {
  browser = await startBrowser();
  experimentId = await client.createExperiment(`many traces ${newTraceId()}`);
  const spans = Array.from({ length: SOME }, (_, at) => requestSpan(at));
  await sendSpans(inject('otlpUrl'), spans, { 'x-mlflow-experiment-id': experimentId });
  await untilComplete(url);
});

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

/** Some fail, half are of another model, the first is three days old. */
function requestSpan(at: number) {
  const begun = BigInt(Date.now() - (at === 0 ? 3 * DAY_MS : 60_000)) * 1_000_000n;
  return makeSpan({
    name: at < FAILED ? 'failing' : 'answering',
    statusCode: at < FAILED ? 2 : 0,
    startTimeUnixNano: begun,
    endTimeUnixNano: begun + BigInt(at + 1) * 1_000_000n,
    attributes: {
      'gen_ai.request.model': at % 2 === 0 ? 'model-even' : 'model-odd',
      'mlflow.spanInputs': JSON.stringify({ question: `question ${at}` }),
      'mlflow.spanOutputs': JSON.stringify(at === 7 ? 'the quokka is small' : 'an answer, please'),
    },
  });
}

async function openTraces(query = ''): Promise<{ page: Page; faults: readonly string[] }> {
  const opened = await openPage(browser);
  await opened.page.goto(`${url}/experiments/${experimentId}/traces${query}`);
  await opened.page.getByRole('grid', { name: 'Traces' }).waitFor();
  return opened;
}

const filterOf = (page: Page): string | null => new URL(page.url()).searchParams.get('filter');
const headsOf = (page: Page): Promise<string[]> => page.getByRole('columnheader').allInnerTexts();
const of = (filter: string): string => `?filter=${encodeURIComponent(filter)}`;

async function selectShown(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
}

/** All that the filter finds, whether their rows were read or not. */
async function selectMatching(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Traces' }).getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: /^Select all \d+ that match/ }).click();
}

describe('the list of traces', () => {
  it('is looked at as a saved view says: filter, order and columns, by whoever works on the experiment', async () => {
    const { page, faults } = await openTraces(of("status = 'ERROR'"));
    await page.getByRole('button', { name: 'Duration' }).click();
    await page.waitForURL(/order=execution_time/);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Tokens' }).uncheck();
    await page.getByRole('checkbox', { name: 'Trace id' }).check();
    await page.getByRole('button', { name: 'Move Name to the left' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => headsOf(page), PATIENT).toEqual(expect.arrayContaining(['Name', 'Trace id']));
    const heads = await headsOf(page);
    expect(heads).not.toContain('Tokens');
    expect(heads.indexOf('Name')).toBeLessThan(heads.indexOf('Time'));
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('slow failures');
    await page.keyboard.press('Enter');
    await page.getByLabel('Name of the view').waitFor({ state: 'detached' });

    const other = await openTraces();
    await other.page.getByText(`${SOME} traces`).waitFor();
    await other.page.getByRole('button', { name: 'Views' }).click();
    await other.page.getByRole('menuitem', { name: 'slow failures', exact: true }).click();
    await other.page.getByText(`${FAILED} traces`).waitFor();
    expect(filterOf(other.page)).toBe("status = 'ERROR'");
    expect(new URL(other.page.url()).searchParams.get('order')).toBe('execution_time DESC');
    expect(await headsOf(other.page)).toEqual(heads);
    await other.page.getByRole('button', { name: 'Views' }).click();
    await other.page.getByRole('menuitem', { name: 'Delete the view slow failures' }).click();
    await other.page.getByText('No view is saved yet').waitFor();
    expect([...faults, ...other.faults]).toEqual([]);
  });

  it('is exported as the filter finds it, in each format', async () => {
    const { page, faults } = await openTraces(of("name = 'failing'"));
    const file = async (format: string): Promise<Buffer> => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: format, exact: true }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe(`traces.${format.toLowerCase()}`);
      return readFile(await saved.path());
    };
    const listed = await listTraces(url, experimentId);
    const failed = listed.filter(({ state }) => state === 'ERROR').map(({ trace_id: id }) => id);
    const lines = (await file('NDJSON')).toString().trim().split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as { trace_id: string }).trace_id);
    expect(ids.sort()).toEqual(failed.sort());
    const [head = '', ...rows] = (await file('CSV')).toString().trim().split(/\r?\n/);
    expect(head.split(',').map((name) => name.replaceAll('"', ''))).toContain('trace_id');
    expect(rows.filter((row) => failed.some((id) => row.includes(id)))).toHaveLength(FAILED);
    expect((await file('Parquet')).subarray(0, 4).toString()).toBe('PAR1');
    expect(faults).toEqual([]);
  });

  it('is narrowed by a facet, by words and by a time of one’s own', async () => {
    const { page, faults } = await openTraces();
    await page.getByRole('button', { name: 'Model', exact: true }).click();
    await page.getByRole('menuitem', { name: /model-odd/ }).click();
    await page.getByText(`${SOME / 2} traces`).waitFor();
    expect(filterOf(page)).toBe("model = 'model-odd'");
    await page.getByRole('button', { name: 'Model', exact: true }).click();
    await page.getByRole('menuitem', { name: /model-odd/ }).click();
    await page.getByText(`${SOME} traces`).waitFor();

    await page.getByLabel('Filter', { exact: true }).fill('quokka');
    await page.keyboard.press('Enter');
    await page.getByText('1 trace', { exact: true }).waitFor();
    expect(filterOf(page)).toBe("'quokka'");
    await page.getByRole('button', { name: 'Clear the filter' }).click();

    await page.getByRole('button', { name: /^Time range/ }).click();
    const day = new Date(Date.now() - DAY_MS);
    await page.getByLabel('To', { exact: true }).fill(localMinute(day));
    await page.getByLabel('From', { exact: true }).fill(localMinute(new Date(Date.now() + DAY_MS)));
    await page.getByText('It ends before it begins.').waitFor();
    await page.getByLabel('From', { exact: true }).fill(localMinute(new Date(Date.now() - 5 * DAY_MS)));
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('1 trace', { exact: true }).waitFor();
    expect(Date.parse(new URL(page.url()).searchParams.get('to') ?? '')).toBeLessThan(Date.now());
    expect(faults).toEqual([]);
  });

  it('puts all that match into a dataset and a review queue, and has them evaluated', async () => {
    await client.call('POST', '/api/v1/scorers', {
      experiment_id: experimentId,
      name: 'polite',
      definition: { millrace_scorer: { kind: 'contains', parameters: { texts: ['please'] } } },
    });
    const { page, faults } = await openTraces(of("name = 'answering'"));
    const count = SOME - FAILED;
    const dialog = page.getByRole('dialog');
    await page.getByText(`${count} traces`).waitFor();
    await selectMatching(page);
    await page.getByRole('button', { name: 'Add to dataset' }).click();
    await dialog.getByLabel('Name of the new dataset').fill('answers');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(`${count} traces are in the dataset`).waitFor();
    const { datasets } = await getJson<{ datasets: { name: string; record_count: number }[] }>(
      `${url}/api/v1/datasets?experiment_id=${experimentId}`,
    );
    expect(datasets).toMatchObject([{ name: 'answers', record_count: count }]);

    await selectShown(page);
    await page.getByRole('button', { name: 'Send to review' }).click();
    await dialog.getByLabel('Name of the new review queue').fill('to look at');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText(`${count} traces are in the review queue`).waitFor();

    await selectMatching(page);
    await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Scorers' }).or(dialog.getByLabel('Scorers')).first().click();
    await page.getByRole('option', { name: 'polite' }).click();
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await page.getByText(`The evaluation of ${count} traces has begun`).waitFor();
    const { evaluations } = await getJson<{ evaluations: { evaluation_id: string }[] }>(
      `${url}/api/v1/evaluations?experiment_id=${experimentId}`,
    );
    const ended = await client.until(
      evaluations[0]?.evaluation_id ?? '',
      ({ state }) => state === 'finished',
    );
    expect(ended.ledger).toMatchObject({ eligible: count, scored: count });
    expect(faults).toEqual([]);
  });
});

/** As an input of date and time has it, in the time zone of this machine, which is the browser's. */
function localMinute(time: Date): string {
  const shifted = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
