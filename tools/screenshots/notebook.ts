import type { Browser } from 'playwright-core';
import { openPage, untilSettled } from '../../test/support/browser.ts';
import { showNotebook } from '../../test/support/notebook.ts';

const CELL = '.jp-CodeCell';
/** Of the cell with its frame, and a little of what is around it. */
const VIEWPORT = { width: 1200, height: 1000 };

/** A picture of the example notebook where a cell shows its trace. Makes a Python environment with Jupyter the first time. */
export async function photographNotebook(browser: Browser, millraceUrl: string, path: string): Promise<void> {
  const notebook = await showNotebook(millraceUrl);
  try {
    const { page } = await openPage(browser, { viewport: VIEWPORT, reducedMotion: 'reduce' });
    await page.route(
      ({ hostname }) => hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    await page.goto(notebook.url);
    const cell = page
      .locator(CELL)
      .filter({ has: page.locator('iframe') })
      .first();
    await cell.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    for (const frame of page.frames().slice(1)) await untilSettled(frame);
    await cell.screenshot({ path, animations: 'disabled' });
    await page.context().close();
  } finally {
    notebook.stop();
  }
}
