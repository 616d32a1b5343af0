import axe from 'axe-core';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { demoTarget } from '../../tools/demo/demo-target.ts';
import { loadDemo } from '../../tools/demo/load-demo.ts';
import { demoPages, type DemoPage } from '../../tools/screenshots/pages.ts';
import { openPage, startBrowser, untilSettled, type WatchedPage } from '../support/browser.ts';

const url = inject('millraceUrl');
const WORKSPACE = 'accessibility';
/** A part of the demo says as much about the pages as all of it. */
const EVERY = 15;
const PAGES = 'web/src/pages';
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 480, height: 900 };
const LIMIT_MS = 300_000;
const PATIENT = { timeout: 30_000 };
interface RouterOfPage {
  readonly __TSR_ROUTER__: {
    readonly state: { readonly status: string; readonly resolvedLocation?: { readonly pathname: string } };
  };
}

const QUICK = { preload: false, resultTypes: ['violations' as const] };
const ALL_RULES: axe.RunOptions = {
  ...QUICK,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // An experiment of axe's: it reads neighbouring cells of a row as one word, and misses that word in the row's name.
  rules: { 'label-content-name-mismatch': { enabled: false } },
};
/** What another scheme can break. */
const COLOURS = onlyRules('color-contrast');
/** What another width can break. */
const OF_LAYOUT = onlyRules(
  'scrollable-region-focusable',
  'target-size',
  'button-name',
  'link-name',
  'label',
);
let browser: Browser;
let pages: readonly DemoPage[];

beforeAll(async () => {
  browser = await startBrowser();
  await fetch(`${url}/api/v1/workspaces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: WORKSPACE }),
  });
  const target = demoTarget(url, WORKSPACE);
  const { experimentId } = await loadDemo(target, { every: EVERY });
  pages = await demoPages(target.api, experimentId);
});

afterAll(async () => {
  await browser?.close();
});

it('looks at every page that a route leads to', () => {
  const routed = globSync(`${PAGES}/*/routes.tsx`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import\('\.\/([^']+-page\.tsx)'\)/g)].map(([, page]) =>
      join(dirname(file), page ?? ''),
    ),
  );
  expect(routed.toSorted()).toEqual(pages.map(({ source }) => join(PAGES, source)).toSorted());
});

it(
  'every page keeps the rules of accessibility, in both schemes, wide and narrow',
  { timeout: LIMIT_MS },
  async () => {
    const { page, faults } = await openMillrace();
    const found: string[] = [];
    for (const demoPage of pages) found.push(...(await faultsOf(page, demoPage)));
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
  },
);

function onlyRules(...values: string[]): axe.RunOptions {
  return { ...QUICK, runOnly: { type: 'rule', values } };
}

async function openMillrace(): Promise<WatchedPage> {
  const watched = await openPage(browser, { viewport: WIDE, reducedMotion: 'reduce' });
  await watched.page.addInitScript((name) => sessionStorage.setItem('millrace.workspace', name), WORKSPACE);
  // As the browser's own tools would bring it: the pages' policy lets no page bring it.
  await watched.page.addInitScript({ content: axe.source });
  await watched.page.goto(url);
  return watched;
}

async function faultsOf(page: Page, { name, address }: DemoPage): Promise<string[]> {
  await page.setViewportSize(WIDE);
  await goTo(page, address);
  const found = [
    ...(await violations(page, ALL_RULES)),
    ...(await inDark(page, () => violations(page, COLOURS))),
  ];
  await page.setViewportSize(NARROW);
  await untilSettled(page);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (width > NARROW.width) found.push(`is ${width} px wide in a window of ${NARROW.width} px`);
  found.push(...(await violations(page, OF_LAYOUT)));
  return [...new Set(found)].map((fault) => `${name}: ${fault}`);
}

/** Goes there as a link of the page does, without loading the program again. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)})`);
  await expect.poll(() => page.evaluate(shownPath), PATIENT).toBe(address.replace(/\?.*/, ''));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await untilSettled(page);
}

/** In the page: the address whose page is drawn. */
function shownPath(): string | undefined {
  const { state } = (globalThis as unknown as RouterOfPage).__TSR_ROUTER__;
  return state.status === 'idle' ? state.resolvedLocation?.pathname : undefined;
}

async function inDark<Result>(page: Page, look: () => Promise<Result>): Promise<Result> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator(':root[data-mantine-color-scheme="dark"]').waitFor();
  const result = await look();
  await page.emulateMedia({ colorScheme: 'light' });
  return result;
}

async function violations(page: Page, options: axe.RunOptions): Promise<string[]> {
  const { violations: broken } = await page.evaluate(
    (rules) => (globalThis as unknown as { axe: typeof axe }).axe.run(rules),
    options,
  );
  return broken.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} at ${target.join(' ')}: ${html}`),
  );
}
