import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';

const url = inject('millraceUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
});

it('a key of a provider is added, shown masked, and deleted after a question', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${url}/settings/providers`);
  await page.getByRole('button', { name: 'Add a key' }).click();
  const form = page.getByRole('dialog', { name: 'Add a key' });
  await form.getByLabel('Name').fill('settings-key');
  await form.getByRole('textbox', { name: 'API key' }).fill('sk-very-secret-0042');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const row = page.getByRole('row', { name: /settings-key/ });
  await row.waitFor();
  expect(await row.textContent()).not.toContain('very-secret');
  await row.getByRole('button', { name: 'Delete the key “settings-key”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await row.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

it('an experiment is renamed, sampled, deleted and restored', async () => {
  const { page, faults } = await openPage(browser);
  const created = await page.request.post(`${url}/api/v1/experiments`, { data: { name: 'settings before' } });
  expect(created.status()).toBe(201);
  await page.goto(`${url}/settings/experiments`);
  await page.getByRole('button', { name: 'Rename the experiment “settings before”' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('settings after');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sampling of settings after' }).click();
  await page.getByLabel('Share of traces that is kept').fill('10');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Sampling of settings after' }).getByText('10 %').waitFor();
  await page.getByRole('button', { name: 'Delete the experiment “settings after”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('row', { name: /settings after/ }).waitFor({ state: 'detached' });
  await page.getByText('Deleted', { exact: true }).click();
  await page
    .getByRole('row', { name: /settings after/ })
    .getByRole('button', { name: 'Restore' })
    .click();
  await page.getByRole('row', { name: /settings after/ }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

it('what is never stored of an experiment is tried, refused with the place of the fault, and saved', async () => {
  const { page, faults } = await openPage(browser);
  const created = await page.request.post(`${url}/api/v1/experiments`, { data: { name: 'settings masked' } });
  expect(created.status()).toBe(201);
  await page.goto(`${url}/settings/experiments`);
  await page.getByRole('button', { name: 'Masking of settings masked: nothing' }).click();
  const form = page.getByRole('dialog', { name: 'Masking of “settings masked”' });
  await form.getByRole('button', { name: 'Add well-known data' }).click();
  await form.getByRole('button', { name: 'Add keys' }).click();
  await form.getByLabel('Try it').fill('{"password": "x", "to": "a@b.com"}');
  await form.getByRole('button', { name: 'Try', exact: true }).click();
  await form
    .getByRole('status', { name: 'What would be stored' })
    .getByText('{"password": "[masked:secrets]", "to": "[masked:personal]"}')
    .waitFor();
  await form.getByRole('button', { name: 'Add a pattern' }).click();
  await form.getByRole('textbox', { name: 'Pattern' }).fill('ORDER-[');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByRole('alert').getByText('at character 7').waitFor();
  await form.getByRole('textbox', { name: 'Pattern' }).fill(String.raw`ORDER-\d+`);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Masking of settings masked: 3 rules' }).click();
  await form.getByRole('button', { name: 'Remove the rule pattern' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Masking of settings masked: 2 rules' }).waitFor();
  // The refused pattern is told in the console as an answer of 400.
  expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
});

it('an alert rule is added, checked at once, and refused with the reason', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${url}/settings/alerts`);
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('dialog', { name: 'Add an alert rule' });
  await form.getByLabel('Name').fill('many errors');
  await form.getByRole('combobox', { name: 'Experiment' }).click();
  await page.getByRole('option', { name: 'Default' }).click();
  await form.getByRole('textbox', { name: 'Threshold' }).fill('0.05');
  await form.getByLabel('Only traces where').fill('nonsense = 1');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.getByRole('alert').getByText('nonsense').first().waitFor();
  await form.getByLabel('Only traces where').fill('');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await page
    .getByRole('row', { name: /many errors/ })
    .getByRole('button', { name: 'History' })
    .click();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('status').first().waitFor();
});

it('a webhook, a price and the health of the parts', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${url}/settings/webhooks`);
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  await page.getByLabel('Name').fill('settings-hook');
  await page.getByRole('textbox', { name: 'URL' }).fill('https://hooks.example.com/x');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('row', { name: /settings-hook/ }).waitFor();
  await page.getByRole('tab', { name: 'Prices' }).click();
  await page.getByRole('button', { name: 'Set a price' }).click();
  await page.getByLabel('Model').fill('our-own-model');
  await page.getByLabel('Input', { exact: true }).fill('1.5');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByRole('row', { name: /our-own-model.*\$1\.5/ }).waitFor();
  await page.getByRole('tab', { name: 'Health' }).click();
  await page.getByRole('row', { name: /postgres works/ }).waitFor();
  await page.getByText('No dead letters').waitFor();
  expect(faults).toEqual([]);
});

it('an experiment is kept for some days, held by name, and a person is erased with proof', async () => {
  const { page, faults } = await openPage(browser);
  const name = 'settings kept';
  await page.request.post(`${url}/api/v1/experiments`, { data: { name } });
  await page.goto(`${url}/settings/experiments`);
  await page.getByRole('button', { name: `Retention of ${name}: for ever` }).click();
  await page.getByLabel('Days for which traces are kept').fill('30');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: `Retention of ${name}: 30 days` }).waitFor();

  await page.getByRole('tab', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: 'Set a hold' }).click();
  const hold = page.getByRole('dialog', { name: 'Set a legal hold' });
  await hold.getByRole('combobox', { name: 'Experiment' }).click();
  await page.getByRole('option', { name, exact: true }).click();
  await hold.getByLabel('User id').fill('held-person');
  await hold.getByLabel('Why').fill('court file 7');
  await hold.getByRole('button', { name: 'Set', exact: true }).click();
  const held = page.getByRole('row', { name: /user held-person in experiment/ });
  await held.getByText('in force').waitFor();

  const ask = async (user: string) => {
    await page.getByRole('button', { name: 'Erase a person’s data' }).click();
    const form = page.getByRole('dialog', { name: 'Erase a person’s data' });
    await form.getByLabel('User id').fill(user);
    await form.getByLabel('Why').fill('letter 12');
    await form.getByLabel('I am sure').check();
    await form.getByRole('button', { name: 'Erase', exact: true }).click();
    return form;
  };
  const refused = await ask('held-person');
  await refused.getByRole('alert').getByText('court file 7').waitFor();
  await refused.getByRole('button', { name: 'Cancel' }).click();
  await held.getByRole('button', { name: /^Lift the hold on user held-person/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lift', exact: true }).click();
  await held.getByText('in force').waitFor({ state: 'detached' });

  await ask('free-person');
  const erased = page.getByRole('row', { name: /user free-person in all experiments/ });
  const downloading = page.waitForEvent('download');
  await erased.getByRole('button', { name: 'Download' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^erasure-.*\.json$/);
  // The refusal is an answer of 400, which the browser tells as a fault.
  expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
});

it('traces are exported by a schedule: a window on demand, its files downloaded, and all of it deleted', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${url}/settings/data`);
  const exports = page.getByRole('region', { name: 'Exports' });
  await exports.getByText('Nothing is exported yet').waitFor();
  await exports.getByRole('button', { name: 'Schedule an export' }).click();
  const form = page.getByRole('dialog', { name: 'Schedule an export' });
  await form.getByLabel('Name').fill('warehouse');
  await form.getByLabel('Filter').fill('name ==');
  await form.getByRole('button', { name: 'Schedule', exact: true }).click();
  await form.getByRole('alert').waitFor();
  await form.getByLabel('Filter').fill("name = 'chat'");
  await form.getByRole('button', { name: 'Schedule', exact: true }).click();
  const row = exports.getByRole('row', {
    name: /warehouse each day of all experiments where name = 'chat' for ever none yet/,
  });
  await row.getByRole('button', { name: 'Look' }).click();

  const windows = page.getByRole('dialog', { name: 'Windows of warehouse' });
  await windows.getByText('No window has ended yet').waitFor();
  await windows.getByRole('button', { name: 'Export now' }).click();
  await windows.getByText('done', { exact: true }).waitFor();
  for (const name of ['traces.parquet', 'manifest.json']) {
    const downloading = page.waitForEvent('download');
    await windows.getByRole('button', { name: `Download ${name}` }).click();
    expect((await downloading).suggestedFilename()).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT00-${name}$`));
  }
  await page.keyboard.press('Escape');
  await windows.waitFor({ state: 'detached' });

  const schedule = exports.getByRole('row', { name: /warehouse/ });
  await schedule.getByRole('button', { name: 'Edit the export “warehouse”' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit the export “warehouse”' });
  await edit.getByLabel('Keep the files for so many days').fill('30');
  await edit.getByRole('button', { name: 'Save' }).click();
  await schedule.getByText('30 days').waitFor();
  await schedule.getByLabel('Whether warehouse is exported by the clock').press('Space');
  await schedule.getByText('on demand').waitFor();
  await schedule.getByRole('button', { name: 'Delete the export “warehouse”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await schedule.waitFor({ state: 'detached' });
  // The refusal of the filter is an answer of 400, which the browser tells as a fault.
  expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
});
