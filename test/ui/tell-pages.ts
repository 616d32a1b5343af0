import { afterEach } from 'vitest';
import { openPages, type WatchedPage } from '../support/browser.ts';

/** Of a page's text, so that a report stays readable. */
const MOST_CHARACTERS = 4_000;

/** What a failed test saw: the text of its pages, and what their servers refused. */
afterEach(async ({ task }) => {
  const pages = openPages.splice(0);
  if (task.result?.state !== 'fail') return;
  for (const page of pages) console.error(`${task.name}\n${await describePage(page)}`);
});

async function describePage({ page, faults }: WatchedPage): Promise<string> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 1_000 })
    .catch((error: unknown) => String(error));
  return [page.url(), ...faults, text.slice(0, MOST_CHARACTERS)].join('\n');
}
