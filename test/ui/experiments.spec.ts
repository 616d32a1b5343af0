import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';

const url = inject('millraceUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
});

describe('the experiments', () => {
  it('are listed, and a new one is made by keyboard', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(url);
    await page.getByRole('link', { name: 'Default' }).waitFor();
    await page.getByRole('button', { name: 'New experiment' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Name').fill('made by keyboard');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'made by keyboard' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('tell in the server’s words why a name is refused', async () => {
    const { page } = await openPage(browser);
    await page.goto(url);
    await page.getByRole('button', { name: 'New experiment' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Default');
    await page.keyboard.press('Enter');
    await page.getByText('already exists').waitFor();
  });
});

it('an address without a page says so', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${url}/experiments/0/nothing`);
  await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
});

it('without an answer a page says so and offers to try again', async () => {
  const { page } = await openPage(browser);
  await page.route('**/api/v1/experiments*', (route) => route.abort());
  await page.goto(url);
  await page.getByText('The server does not answer').waitFor({ timeout: 20_000 });
  await page.unroute('**/api/v1/experiments*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Default' }).waitFor();
});
