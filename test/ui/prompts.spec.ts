import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
  await send('POST', '/api/v1/prompts', { name: 'ui-shop', tags: { team: 'ui-shop-team' } });
  for (const style of ['at length', 'in one sentence']) {
    await send('POST', '/api/v1/prompts/ui-shop/versions', {
      template: `Answer {{question}}\n${style}.\n<img src=x onerror=alert(1)>`,
      commit_message: `Answers ${style}`,
    });
  }
  await send('PUT', '/api/v1/prompts/ui-shop/aliases/production', { version: 1 });
});

afterAll(async () => {
  await browser?.close();
});

describe('prompts', () => {
  it('are found by tag, and say what to do when none is', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/prompts`);
    await page.getByRole('textbox', { name: 'Search prompts' }).fill('team=ui-shop-team');
    const row = page.getByRole('row', { name: 'ui-shop' });
    await row.getByText('production v1').waitFor();
    await row.getByText('Answers in one sentence').waitFor();
    await page.getByRole('textbox', { name: 'Search prompts' }).fill('no-such-prompt');
    await page.getByRole('heading', { name: 'No prompt matches' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('are registered as a chat with a commit message, refused in the server’s words, then edited', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/prompts`);
    await page.getByRole('button', { name: 'New prompt' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('ui-shop');
    await form.getByText('Chat', { exact: true }).click();
    await form.getByLabel('Content of message 1').fill('Be kind to {{name}}.');
    await form.getByLabel('Content of message 2').fill('Hi');
    await form.getByLabel('Commit message').fill('First words');
    await form.getByRole('button', { name: 'Register' }).click();
    await form.getByRole('alert').getByText('already exists').waitFor();
    await form.getByLabel('Name').fill('ui-chat');
    await form.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'ui-chat' }).waitFor();
    await page.getByRole('region', { name: 'Template' }).getByText('{{name}}').waitFor();
    await page.getByRole('button', { name: 'New version' }).click();
    await form.getByLabel('Content of message 2').fill('Hello {{question}}');
    await form.getByLabel('Commit message').fill('Asks');
    await form.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('link', { name: 'Version 2' }).getByText('Asks').waitFor();
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByText('+ question').waitFor();
    expect(await send('GET', '/api/v1/prompts/ui-chat/versions/2')).toMatchObject({
      messages: [{ role: 'system' }, { role: 'user', content: 'Hello {{question}}' }],
    });
  });
});

describe('the page of a prompt', () => {
  it('shows what a template says and runs none of it; an alias is moved; versions are compared by word', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/prompts/ui-shop`);
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.getByRole('button', { name: 'Set alias' }).click();
    await page.getByRole('textbox', { name: 'Alias' }).fill('production');
    await page.getByText('Stands for version 1 now and moves here').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('production → v2').waitFor();
    await page.getByRole('tab', { name: 'Compare' }).click();
    const changes = page.getByRole('list', { name: 'Changes of the template' });
    await changes.locator('mark', { hasText: 'one sentence' }).waitFor();
    await page.getByRole('tab', { name: 'Use in code' }).click();
    await page.getByText('mlflow.genai.load_prompt("prompts:/ui-shop@production")').waitFor();
    expect(faults).toEqual([]);
  });

  it('says what its versions did in traces, with a link to them', async () => {
    const linked = JSON.stringify([{ name: 'ui-shop', version: '2' }]);
    const span = makeSpan({ attributes: { 'mlflow.linkedPrompts': linked, 'mlflow.spanType': '"LLM"' } });
    await sendSpans(inject('otlpUrl'), [span]);
    await send('GET', `/api/v1/traces/${span.traceId}`);
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/prompts/ui-shop?tab=usage`);
    const row = page.getByRole('table', { name: 'Usage by version' }).getByRole('row', { name: 'v2' });
    const address = await row.getByRole('link', { name: '1', exact: true }).getAttribute('href');
    expect(new URL(address ?? '', url).searchParams.get('filter')).toBe("prompt = 'ui-shop/2'");
    expect(faults).toEqual([]);
  });

  it('of a prompt that is not there says so', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/prompts/ui-nobody`);
    await page.getByRole('alert').getByText('Not found', { exact: true }).waitFor();
  });
});

it('the playground says where a key is missing, then runs two variants side by side and links the trace', async () => {
  // In a workspace of its own, for its keys.
  const workspace = 'ui-playground';
  await send('POST', '/api/v1/workspaces', { name: workspace });
  const { page } = await openPage(browser);
  await page.goto(`${url}/playground?workspace=${workspace}`);
  await page.getByLabel('Content of message 1').fill('You know {{animal}}s.');
  await page.getByLabel('Content of message 2').fill('Describe a {{animal}}.');
  await page.getByRole('textbox', { name: 'animal' }).fill('okapi');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('alert').getByText('no key of openai').waitFor();
  await page.getByRole('link', { name: 'Settings, Providers' }).waitFor();
  await send('POST', '/api/v1/gateway/secrets', secretOf(inject('modelUrl')), workspace);
  await page.getByRole('button', { name: 'Add a variant' }).click();
  await page.getByRole('region', { name: 'Variant 2' }).getByLabel('Temperature').fill('0.9');
  await page.getByRole('button', { name: 'Run all 2' }).click();
  await page.getByRole('region', { name: 'Variant 1' }).getByRole('link', { name: 'Trace' }).waitFor();
  const second = page.getByRole('region', { name: 'Variant 2' });
  await second.getByRole('link', { name: 'Trace' }).waitFor();
  await second.getByText('tokens', { exact: false }).first().waitFor();
  // A prompt of that name has a page of its own.
  await send('POST', '/api/v1/prompts', { name: 'playground' }, workspace);
  await page.goto(`${url}/prompts/playground`);
  await page.getByRole('heading', { level: 1, name: 'playground' }).waitFor();
});

function secretOf(modelUrl: string): object {
  return {
    name: 'openai',
    provider: 'openai',
    values: { api_key: 'sk-test' },
    settings: { api_base: modelUrl },
  };
}

async function send(method: string, path: string, body?: unknown, workspace = 'default'): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', 'x-mlflow-workspace': workspace },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}
