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
const LIMIT_MS = 600_000;
const PATIENT = { timeout: 30_000 };
interface RouterOfPage {
  readonly __TSR_ROUTER__: {
    readonly navigate: (to: { readonly href: string }) => Promise<void>;
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
/** All but who is asking, without which there is no page at all. */
const API = /\/api\/v1\/(?!sign-in)/;
const TROUBLE = {
  error: { code: 'UNAVAILABLE', message: 'The store is being moved; ask again in a minute.' },
};
/** Of the page's own clock, which is put forward: it goes on asking for some seconds. */
const STEP_MS = 2_000;
const ENOUGH = { timeout: 60_000 };
/** Web Vitals calls up to a tenth good. */
const MOST_SHIFT = 0.1;
const BUSY = '[aria-busy="true"], .mantine-Skeleton-root';
const SUM_OF_SHIFTS = `globalThis.sumOfShifts = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) globalThis.sumOfShifts += value;
}).observe({ type: 'layout-shift' });`;
/** Forms, which can be filled in without an answer of the server. */
const ASK_NOTHING = ['start', 'playground', 'new-scorer'];
/** What the lists of an experiment say before there is anything. */
const WHEN_EMPTY = {
  '': 'No traces in this time',
  '/traces': 'No trace has come yet',
  '/sessions': 'No session in this time range',
  '/evaluations': 'Nothing has been evaluated yet',
  '/scorers': 'No scorer is registered here',
  '/datasets': 'No dataset yet',
  '/review': 'No queue yet',
  '/versions': 'No versions yet',
};
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

it(
  'says what happened and offers to try again where the server does not work',
  { timeout: LIMIT_MS },
  async () => {
    const { page } = await openMillrace(async (opened) => {
      // Passing troubles are asked about again for some seconds, which need not be waited for.
      await opened.clock.install();
      await opened.route(API, (route) => route.fulfill({ status: 503, json: TROUBLE }));
    });
    const silent: string[] = [];
    for (const { name, address } of pages.filter(asks)) {
      await follow(page, address);
      const isTold = expect.poll(async () => {
        await page.clock.runFor(STEP_MS);
        return tellsTrouble(page, address);
      }, ENOUGH);
      await isTold.toBe(true).catch(() => silent.push(name));
    }
    expect(silent).toEqual([]);
  },
);

it(
  'has something to look at while an answer is on its way, and does not jump when it comes',
  { timeout: LIMIT_MS },
  async () => {
    let letThrough = Promise.withResolvers<void>();
    const { page, faults } = await openMillrace(async (opened) => {
      await opened.addInitScript({ content: SUM_OF_SHIFTS });
      await opened.route(API, async (route) => {
        await letThrough.promise;
        await route.continue();
      });
    });
    const faulty: string[] = [];
    // What the first page asks for is asked for once, for others as well.
    letThrough.resolve();
    await untilSettled(page);
    for (const { name, address } of pages) {
      letThrough = Promise.withResolvers<void>();
      await follow(page, address);
      await expect.poll(() => page.evaluate(shownPath), PATIENT).toBe(pathOf(address));
      const something = page.getByRole('main').getByRole('heading').or(page.locator(BUSY)).first();
      await something.waitFor(ENOUGH).catch(() => faulty.push(`${name} is blank`));
      await page.evaluate('globalThis.sumOfShifts = 0');
      letThrough.resolve();
      await untilSettled(page);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const shifts = await page.evaluate<number>('globalThis.sumOfShifts');
      if (shifts > MOST_SHIFT) faulty.push(`${name} jumps by ${shifts.toFixed(2)}`);
    }
    expect(faulty).toEqual([]);
    expect(faults).toEqual([]);
  },
);

it('says what to do where an experiment has nothing yet', { timeout: LIMIT_MS }, async () => {
  const api = demoTarget(url, WORKSPACE).api;
  const { data } = await api.POST('/api/v1/experiments', { body: { name: `Nothing yet ${Date.now()}` } });
  const { page, faults } = await openMillrace();
  for (const [path, words] of Object.entries(WHEN_EMPTY)) {
    await goTo(page, `/experiments/${data?.experiment_id}${path}`);
    await page.getByText(words).first().waitFor();
  }
  expect(faults).toEqual([]);
});

it(
  'is found by keyboard: past the navigation by one link, into the page after it',
  { timeout: LIMIT_MS },
  async () => {
    const { page } = await openMillrace();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('#content') !== null")).toBe(true);
    await page.getByRole('button', { name: 'New experiment' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('New experiment');
    await page.getByRole('link', { name: 'Prompts' }).press('Enter');
    await page.getByRole('heading', { name: 'Prompts', level: 1 }).waitFor();
    // Not back at the beginning of the document: the next tab goes on from the link.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Prompts');
  },
);

async function openMillrace(prepare: (page: Page) => Promise<void> = async () => {}): Promise<WatchedPage> {
  const watched = await openPage(browser, { viewport: WIDE, reducedMotion: 'reduce' });
  await watched.page.addInitScript((name) => sessionStorage.setItem('millrace.workspace', name), WORKSPACE);
  await prepare(watched.page);
  // As the browser's own tools would bring it: the pages' policy lets no page bring it.
  await watched.page.addInitScript({ content: axe.source });
  await watched.page.goto(url);
  // Once the document has loaded the page still asks who it is; until its router listens it would miss where it is sent.
  await expect.poll(() => watched.page.evaluate(shownPath), PATIENT).toBe('/');
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

/** As a link of the page does, without loading the program again. The router is told: of the browser's history it hears only once it is drawn. */
function follow(page: Page, address: string): Promise<void> {
  return page.evaluate((href) => {
    void (globalThis as unknown as RouterOfPage).__TSR_ROUTER__.navigate({ href });
  }, address);
}

async function goTo(page: Page, address: string): Promise<void> {
  await follow(page, address);
  await expect.poll(() => page.evaluate(shownPath), PATIENT).toBe(pathOf(address));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await untilSettled(page);
}

function pathOf(address: string): string {
  return address.replace(/\?.*/, '');
}

function asks({ name }: DemoPage): boolean {
  return !ASK_NOTHING.includes(name);
}

async function tellsTrouble(page: Page, address: string): Promise<boolean> {
  const alert = page.getByRole('alert');
  const told = alert.getByText(TROUBLE.error.message).first();
  const retry = alert.getByRole('button', { name: 'Try again' }).first();
  const isThere = (await page.evaluate(shownPath)) === pathOf(address);
  return isThere && (await told.isVisible()) && (await retry.isVisible());
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
