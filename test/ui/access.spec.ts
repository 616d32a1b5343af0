import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { startStandalone, type RunningStandalone } from '../support/standalone.ts';

const ADMIN_PASSWORD = 'correct horse battery';
const FIRST_PASSWORD = 'a first password';

let target: RunningStandalone;
let browser: Browser;

beforeAll(async () => {
  [target, browser] = await Promise.all([
    startStandalone({
      environment: { MILLRACE_AUTHENTICATION: 'on', MILLRACE_ADMIN_PASSWORD: ADMIN_PASSWORD },
    }),
    startBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await target?.stop();
});

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
}

/** Refusals are answers, which browsers tell on the console. */
const unexpected = (faults: readonly string[]): string[] =>
  faults.filter((fault) => !/status of 40[13]/.test(fault));

it('somebody signs in, makes a key and a member; the member sees what is theirs and is told what is not', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${target.url}/settings/api-keys`);
  await page.getByRole('heading', { name: 'Sign in to Millrace' }).waitFor();
  await signIn(page, 'admin', 'a wrong password');
  await page.getByText('The name or the password is wrong.').waitFor();
  await signIn(page, 'admin', ADMIN_PASSWORD);

  await page.getByRole('button', { name: 'Add an API key' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add an API key' });
  await form.getByLabel('Name').fill('checkout, production');
  await page.keyboard.press('Enter');
  const shown = page.getByRole('dialog', { name: 'Your new API key' });
  const key = (await shown.locator('pre').textContent()) ?? '';
  const seen = await page.request.get(`${target.url}/api/v1/freshness`, {
    headers: { authorization: `Bearer ${key.trim()}` },
  });
  expect(seen.status()).toBe(200);
  await shown.getByRole('button', { name: 'I have it' }).click();
  const row = page.getByRole('row', { name: /checkout, production/ });
  await row.getByRole('button', { name: 'Revoke the API key “checkout, production”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await row.getByText('revoked').waitFor();

  await page.getByRole('tab', { name: 'Users' }).click();
  await page.getByRole('button', { name: 'Add a user' }).click();
  const user = page.getByRole('dialog', { name: 'Add a user' });
  await user.getByLabel('Name').fill('Vi@example.com');
  await user.getByRole('textbox', { name: 'First password' }).fill(FIRST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /vi@example.com/ }).waitFor();

  await page.getByRole('tab', { name: 'Members' }).click();
  await page.getByRole('button', { name: 'Add a member' }).click();
  await page.getByRole('dialog', { name: 'Add a member' }).getByLabel('Name').fill('vi@example.com');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /vi@example.com/ }).waitFor();

  await page.getByRole('tab', { name: 'Audit log' }).click();
  await page
    .getByRole('row', { name: /admin POST \/api\/v1\/api-keys/ })
    .first()
    .waitFor();

  await page.getByRole('button', { name: 'Account of admin' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to Millrace' }).waitFor();
  await signIn(page, 'vi@example.com', FIRST_PASSWORD);
  await page.getByRole('button', { name: 'Account of vi@example.com' }).waitFor();
  await page.goto(`${target.url}/settings/api-keys`);
  await page.getByText("This is only for an admin of the workspace. You are 'viewer' there.").waitFor();
  await page.goto(`${target.url}/settings/members`);
  await page.getByRole('row', { name: /vi@example.com/ }).waitFor();
  expect(unexpected(faults)).toEqual([]);
}, 90_000);
