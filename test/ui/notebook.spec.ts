import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const RENDERER = `${url}/static-files/lib/notebook-trace-renderer/index.html`;
let browser: Browser;
let notebook: Server;
let framed = '';

/** A page of another origin on the same machine, as Jupyter's is, with a frame. */
beforeAll(async () => {
  browser = await startBrowser();
  notebook = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(
      `<title>Notebook</title><iframe title="trace" src="${framed}" width="1200" height="500"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => notebook.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await browser?.close();
  notebook?.close();
});

async function openNotebook(address: string) {
  framed = address.replaceAll('&', '&amp;');
  const { page, faults } = await openPage(browser);
  await page.goto(`http://127.0.0.1:${(notebook.address() as AddressInfo).port}/`);
  return { page, faults, frame: page.frameLocator('iframe') };
}

async function sendTrace(name: string): Promise<string> {
  const traceId = newTraceId();
  const root = makeSpan({ traceId, name, attributes: { 'input.value': `asked of ${name}` } });
  await sendSpans(inject('otlpUrl'), [root]);
  return traceId;
}

describe('a trace below the cell of a notebook', () => {
  it('shows the tree, what was asked, and the way to its page; nothing that changes it', async () => {
    const traceId = await sendTrace('mill');
    const { frame, faults } = await openNotebook(
      `${RENDERER}?trace_id=tr-${traceId}&experiment_id=0&version=3.17.2`,
    );
    await frame.getByRole('heading', { name: 'mill', level: 1 }).waitFor();
    await frame.getByText('asked of mill').waitFor();
    const link = frame.getByRole('link', { name: 'Open in Millrace' });
    expect(await link.getAttribute('href')).toBe(`/experiments/0/traces/${traceId}`);
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await frame.getByRole('tab', { name: /Assessments/ }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('lets choose among several', async () => {
    const [first, second] = [await sendTrace('wheel'), await sendTrace('race')];
    const { frame } = await openNotebook(`${RENDERER}?trace_id=tr-${first}&trace_id=tr-${second}`);
    await frame.getByRole('heading', { name: 'wheel', level: 1 }).waitFor();
    await frame.getByLabel('Trace', { exact: true }).selectOption(`tr-${second}`);
    await frame.getByRole('heading', { name: 'race', level: 1 }).waitFor();
  });

  it('waits for one that is not sent yet', async () => {
    const traceId = newTraceId();
    const { frame } = await openNotebook(`${RENDERER}?trace_id=tr-${traceId}`);
    await frame.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor();
    await sendSpans(inject('otlpUrl'), [makeSpan({ traceId, name: 'late' })]);
    await frame.getByRole('heading', { name: 'late', level: 1 }).waitFor();
  });
});

it('no other page opens in a frame', async () => {
  const { page, faults } = await openNotebook(`${url}/experiments/0`);
  await expect.poll(() => faults.join()).toMatch(/frame/i);
  expect(page.frames()[1]?.url()).not.toContain('/experiments/0');
});
