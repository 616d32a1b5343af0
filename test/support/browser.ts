import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from 'playwright-core';

/** Debian's; Playwright's own download is not used. */
const CHROMIUM = process.env['MILLRACE_CHROMIUM'] ?? '/usr/bin/chromium';

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A page on which any error of the page itself, or anything its content security policy refused, is kept and can be asked for. */
export interface WatchedPage {
  readonly page: Page;
  /** Uncaught errors, errors on the console, refused loads; empty on a page that is well. */
  readonly faults: readonly string[];
}

/** Those that were opened; whoever tells of them takes them out. */
export const openPages: WatchedPage[] = [];

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`.trim());
  });
  openPages.push({ page, faults });
  return { page, faults };
}

/** Waits until every placeholder of a page has given way to what was asked for. */
export async function untilSettled(page: Page | Frame): Promise<void> {
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}
