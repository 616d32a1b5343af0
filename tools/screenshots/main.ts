import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { openPage, startBrowser, untilSettled } from '../../test/support/browser.ts';
import { startStandalone } from '../../test/support/standalone.ts';
import { demoTarget } from '../demo/demo-target.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { photographNotebook } from './notebook.ts';
import { demoPages, type DemoPage } from './pages.ts';

const FOLDER = 'docs/screenshots';
const DARK = 'overview';

/** A picture of every page in docs/screenshots, over the demo in a Millrace of its own, or one that runs: --url. With --notebook that of the example notebook alone. */
async function main(): Promise<void> {
  const given = process.argv.find((each) => each.startsWith('--url='))?.slice('--url='.length);
  const server = given === undefined ? await startStandalone() : undefined;
  const browser = await startBrowser();
  try {
    const url = server?.url ?? given ?? '';
    mkdirSync(FOLDER, { recursive: true });
    if (process.argv.includes('--notebook')) {
      await photographNotebook(browser, url, `${FOLDER}/notebook.png`);
      return;
    }
    const target = demoTarget(url);
    const { experimentId } = await loadDemo(target, { say: (step) => console.log(`  ${step} …`) });
    for (const page of await demoPages(target.api, experimentId)) {
      await photograph(browser, target.url, page, 'light');
      if (page.name === DARK) await photograph(browser, target.url, page, 'dark');
    }
  } finally {
    await browser.close();
    await server?.stop();
  }
}

async function photograph(
  browser: Browser,
  url: string,
  { name, address }: DemoPage,
  scheme: 'light' | 'dark',
) {
  const { page } = await openPage(browser, { colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(`${url}${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Every placeholder has given way to what was asked for.
  await untilSettled(page);
  await page.waitForLoadState('networkidle');
  const path = `${FOLDER}/${name}${scheme === 'dark' ? '-dark' : ''}.png`;
  await page.screenshot({ path, animations: 'disabled', timeout: 60_000 });
  console.log(path);
  await page.context().close();
}

await main();
