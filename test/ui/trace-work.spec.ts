import type { OtlpSpan } from '@millrace/domain';
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { getJson, untilComplete } from '../support/api.ts';
import { openPage, startBrowser, type WatchedPage } from '../support/browser.ts';
import { EvaluationsClient } from '../support/evaluations.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** Each opens pages and waits for them, beside other suites. */
vi.setConfig({ testTimeout: 120_000 });
const PATIENT = { timeout: 20_000 };
let browser: Browser;
let experimentId: string;

beforeAll(async () => {
  browser = await startBrowser();
  experimentId = await new EvaluationsClient(url).createExperiment(`work on a trace ${newTraceId()}`);
});

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const pathOf = (traceId: string, search = ''): string =>
  `${url}/experiments/${experimentId}/traces/${traceId}${search}`;
const spanId = (number: number): string => number.toString(16).padStart(16, '0');

/** Number, number of the parent, name. */
type Sketch = readonly [number, number | undefined, string];

function spansOf(
  traceId: string,
  sketches: readonly Sketch[],
  attributes: Readonly<Record<string, string>> = {},
): OtlpSpan[] {
  return sketches.map(([number, parent, name]) =>
    makeSpan({
      traceId,
      spanId: spanId(number),
      parentSpanId: parent === undefined ? undefined : spanId(parent),
      name,
      attributes,
    }),
  );
}

async function send(spans: readonly OtlpSpan[]): Promise<void> {
  await sendSpans(inject('otlpUrl'), spans, { 'x-mlflow-experiment-id': experimentId });
  await untilComplete(url);
}

const row = (page: Page, name: string): Locator => page.getByRole('treeitem', { name });

describe('a trace', () => {
  it('that still runs is shown as it goes on, until it has ended', async () => {
    const traceId = newTraceId();
    await send(
      spansOf(traceId, [
        [2, 1, 'branch'],
        [3, 2, 'leaf'],
      ]),
    );
    const { page, faults } = await openPage(browser);
    await page.goto(pathOf(traceId));
    const isRunning = page.getByText('still running');
    await isRunning.waitFor();
    await row(page, 'branch').getByRole('button').click();
    await row(page, 'leaf').waitFor({ state: 'detached' });
    await send(spansOf(traceId, [[1, undefined, 'root at last']]));
    await row(page, 'root at last').waitFor();
    await isRunning.waitFor({ state: 'detached' });
    // What was closed stays closed, wherever it stands.
    await row(page, 'branch').waitFor();
    expect(await row(page, 'leaf').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('is put into a dataset and a review queue, and copied with its payloads', async () => {
    const traceId = newTraceId();
    await send(
      spansOf(traceId, [[1, undefined, 'ask']], { 'mlflow.spanInputs': '{"question":"Where is the mill?"}' }),
    );
    const { page, faults } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(pathOf(traceId));
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Add to dataset' }).click();
    await dialog.getByLabel('Name of the new dataset').fill('from a trace');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('1 trace is in the dataset').waitFor();
    const { datasets } = await getJson<{ datasets: { dataset_id: string }[] }>(
      `${url}/api/v1/datasets?experiment_id=${experimentId}`,
    );
    expect(await getJson(`${url}/api/v1/datasets/${datasets[0]?.dataset_id}/records`)).toMatchObject({
      records: [{ inputs: { question: 'Where is the mill?' } }],
    });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Send to review' }).click();
    await dialog.getByLabel('Name of the new review queue').fill('this one');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('1 trace is in the review queue').waitFor();

    const copied = async (form: string): Promise<string> => {
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await page.getByRole('menuitem', { name: form, exact: true }).click();
      await page.getByText(`${form} copied`).waitFor();
      return page.evaluate<string>('navigator.clipboard.readText()');
    };
    expect(await copied('cURL')).toBe(`curl '${url}/api/v1/traces/${traceId}'`);
    expect(JSON.parse(await copied('JSON'))).toMatchObject({
      trace: { trace_id: traceId },
      spans: [{ name: 'ask', inputs: '{"question":"Where is the mill?"}' }],
    });
    expect(faults).toEqual([]);
  });

  it('has panes whose border is moved by keyboard and pointer, and stays where it was put', async () => {
    const traceId = newTraceId();
    await send(spansOf(traceId, [[1, undefined, 'wide']]));
    const { page, faults } = await openPage(browser);
    await page.goto(pathOf(traceId));
    const border = page.getByRole('separator', { name: 'Between the tree and the chosen span' });
    const place = async (): Promise<number> => (await border.boundingBox())?.x ?? 0;
    await border.focus();
    const first = await place();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowLeft');
    await expect.poll(place, PATIENT).toBeLessThan(first - 20);
    const { x = 0, y = 0 } = (await border.boundingBox()) ?? {};
    await page.mouse.move(x + 2, y + 100);
    await page.mouse.down();
    await page.mouse.move(x - 150, y + 100, { steps: 5 });
    await page.mouse.up();
    await expect.poll(place, PATIENT).toBeLessThan(x - 100);
    const put = await place();
    await page.reload();
    await border.waitFor();
    expect(Math.abs((await place()) - put)).toBeLessThan(3);
    expect(faults).toEqual([]);
  });

  it('shows its attachments, and gives every file of its folders', async () => {
    const traceId = newTraceId();
    const image = `mlflow-attachment://picture-1?content_type=image%2Fpng&trace_id=tr-${traceId}`;
    const content = [{ type: 'image_url', image_url: { url: image } }];
    await send(
      spansOf(traceId, [[1, undefined, 'look']], {
        'mlflow.spanInputs': JSON.stringify([{ role: 'user', content }]),
      }),
    );
    await putFile(traceId, 'attachments/picture-1', Buffer.from(PIXEL, 'base64'), 'image/png');
    await putFile(traceId, 'logs/deep/run.txt', Buffer.from('ran well'), 'text/plain');
    const { page, faults } = await openPage(browser);
    await page.goto(pathOf(traceId));
    const shown = page.getByRole('img', { name: 'Image' });
    await shown.waitFor();
    await expect
      .poll(() => shown.evaluate((element) => Reflect.get(element, 'naturalWidth')), PATIENT)
      .toBe(1);
    await page.getByRole('button', { name: 'Files', exact: true }).click();
    await page.getByRole('button', { name: 'logs/' }).click();
    await page.getByRole('button', { name: 'deep/' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'run.txt' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toBe('ran well');
    await page.getByRole('navigation', { name: 'Folder' }).getByRole('button', { name: 'Files' }).click();
    await page.getByRole('button', { name: 'attachments/' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('two traces', () => {
  const [left, right] = [newTraceId(), newTraceId()];

  beforeAll(async () => {
    await send([
      ...spansOf(left, [
        [1, undefined, 'answer'],
        [2, 1, 'plan'],
        [3, 1, 'call'],
      ]),
      ...spansOf(right, [
        [1, undefined, 'answer'],
        [3, 1, 'call'],
        [4, 1, 'check'],
      ]),
    ]);
  });

  async function expectCompared({ page, faults }: WatchedPage): Promise<void> {
    const rows = page.getByRole('region', { name: 'Spans of both traces' });
    await rows.getByRole('link', { name: 'call' }).first().waitFor();
    expect(await rows.getByRole('link', { name: 'call' }).count()).toBe(2);
    expect(await rows.getByRole('link', { name: 'plan' }).count()).toBe(1);
    expect(await rows.getByText('not there').count()).toBe(2);
    await page.getByRole('table', { name: 'Summary' }).getByText('Failed spans').waitFor();
    expect(await page.locator('[aria-busy="true"]').count()).toBe(0);
    expect(faults).toEqual([]);
  }

  it('are compared from the page of one, and from the list', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await page.goto(pathOf(left));
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByText('Choose two traces').waitFor();
    expect(await page.getByLabel('First trace').inputValue()).toBe(left);
    await page.getByLabel('Second trace').fill(` tr-${right}`);
    await page.keyboard.press('Enter');
    await expectCompared(watched);
    await page.reload();
    await expectCompared(watched);

    const { page: list } = await openPage(browser);
    await list.goto(
      `${url}/experiments/${experimentId}/traces?filter=${encodeURIComponent("name = 'answer'")}`,
    );
    await list.getByText('2 traces', { exact: true }).waitFor();
    await list.getByRole('checkbox', { name: 'Select all rows shown' }).check();
    await list.getByRole('link', { name: 'Compare' }).click();
    await list.getByRole('region', { name: 'Spans of both traces' }).getByText('not there').first().waitFor();
  });

  it('of which one is not there say so', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/experiments/${experimentId}/traces/compare?left=${left}&right=${newTraceId()}`);
    await page.getByRole('alert').getByText('Not found', { exact: true }).waitFor({ timeout: 20_000 });
  });
});

async function putFile(traceId: string, name: string, body: Buffer, type: string): Promise<void> {
  const path = encodeURIComponent(`${experimentId}/traces/tr-${traceId}/artifacts/${name}`);
  const answer = await fetch(`${url}/api/v1/artifacts/file?path=${path}`, {
    method: 'PUT',
    headers: { 'content-type': type },
    body: new Uint8Array(body),
  });
  expect(answer.ok, name).toBe(true);
}
