import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { OIDC_CLIENT, startIssuer, type RunningIssuer } from '../support/oidc-issuer.ts';
import { freePorts, startStandalone, type RunningStandalone } from '../support/standalone.ts';

const ADMIN_PASSWORD = 'correct horse battery';
const FIRST_PASSWORD = 'a first password';

let issuer: RunningIssuer;
let target: RunningStandalone;
let browser: Browser;

beforeAll(async () => {
  const [port = 0, otlpHttp = 0, otlpGrpc = 0] = await freePorts(3);
  const url = `http://127.0.0.1:${port}`;
  issuer = await startIssuer(`${url}/auth/oidc/callback`);
  [target, browser] = await Promise.all([
    startStandalone({
      ports: [port, otlpHttp, otlpGrpc],
      environment: {
        MILLRACE_AUTHENTICATION: 'on',
        MILLRACE_ADMIN_PASSWORD: ADMIN_PASSWORD,
        MILLRACE_PUBLIC_URL: url,
        MILLRACE_OIDC_ISSUER: issuer.url,
        MILLRACE_OIDC_CLIENT_ID: OIDC_CLIENT.id,
        MILLRACE_OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
        MILLRACE_OIDC_NAME: 'Example ID',
      },
    }),
    startBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await target?.stop();
  await issuer?.stop();
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

async function signInElsewhere(page: Page, login: string): Promise<void> {
  await page.goto(target.url);
  await page.getByRole('link', { name: 'Sign in with Example ID' }).click();
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

it('somebody signs in by OpenID Connect: unknown first, then a member; nobody takes the place of who has a password', async () => {
  const { page } = await openPage(browser);
  await signInElsewhere(page, 'oda');
  await page.getByText('You are signed in as oda@example.com, and belong to no workspace yet').waitFor();
  const headers = { authorization: `Basic ${Buffer.from(`admin:${ADMIN_PASSWORD}`).toString('base64')}` };
  const made = await page.request.put(`${target.url}/api/v1/members/oda@example.com`, {
    headers,
    data: { role: 'viewer' },
  });
  expect(made.status()).toBe(200);
  await page.reload();
  await page.getByRole('button', { name: 'Account of oda@example.com' }).waitFor();

  const other = await openPage(browser);
  const eve = { name: 'eve@example.com', password: FIRST_PASSWORD };
  expect((await page.request.post(`${target.url}/api/v1/users`, { headers, data: eve })).status()).toBe(201);
  await signInElsewhere(other.page, 'eve');
  await other.page.getByText("There is a user 'eve@example.com' who signs in otherwise").waitFor();

  const forged = await page.request.get(`${target.url}/auth/oidc/callback?code=stolen&state=guessed`);
  expect(forged.status()).toBe(401);
}, 90_000);
