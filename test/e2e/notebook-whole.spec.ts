import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { showNotebook, type ShownNotebook } from '../support/notebook.ts';
import { sharedTarget } from '../support/shared-target.ts';
import { STANDALONE } from '../support/topologies.ts';

const INSTALL_MS = 15 * 60_000;

describe('the example notebook in a Jupyter kernel', () => {
  let notebook: ShownNotebook;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const { url } = await sharedTarget(STANDALONE);
    notebook = await showNotebook(url);
    browser = await startBrowser();
    ({ page } = await openPage(browser));
    // The page would have scripts of others, for formulas.
    await page.route(
      ({ hostname }) => hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    await page.goto(notebook.url);
  }, INSTALL_MS);

  afterAll(async () => {
    await browser?.close();
    notebook?.stop();
  });

  /** Below the cell that has the text. */
  const frameBelow = (text: string): FrameLocator =>
    page.locator('.jp-CodeCell').filter({ hasText: text }).frameLocator('iframe');

  it('shows a trace below the cell that made it', async () => {
    const frame = frameBelow('What turns the wheel?');
    await frame.getByRole('heading', { name: 'answer', level: 1 }).waitFor();
    for (const span of ['search', 'call_model']) await frame.getByText(span).first().waitFor();
    await frame.getByText('Water turns the wheel.').first().waitFor();
    expect(await page.locator('.jp-CodeCell iframe').count()).toBe(3);
  });

  it('shows several of a cell, to choose from', async () => {
    const frame = frameBelow('Where does the flour go?');
    await frame.getByLabel('Trace', { exact: true }).selectOption({ index: 1 });
    await frame.getByText('Where does the flour go?').first().waitFor();
  });

  it('shows one that was found', async () => {
    await frameBelow('search_traces').getByRole('heading', { name: 'answer', level: 1 }).waitFor();
  });
});
