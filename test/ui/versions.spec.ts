import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../support/browser.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';

interface Model {
  readonly model_id: string;
}

const url = inject('millraceUrl');
let browser: Browser;
let experiment: string;
let models: Model[];

beforeAll(async () => {
  [browser, experiment] = await Promise.all([startBrowser(), createExperiment('ui versions')]);
  models = [];
  for (const [name, temperature, branch] of [
    ['assistant-1', '0.2', 'main'],
    ['assistant-2', '0.7', 'shorter-answers'],
  ] as const) {
    models.push(
      (await send('POST', '/api/v1/logged-models', {
        experiment_id: experiment,
        name,
        params: { temperature, top_k: '3' },
        tags: {
          'mlflow.source.git.commit': '0af3651916cd43dd8448eb211c80319c',
          'mlflow.source.git.branch': branch,
          'mlflow.source.git.dirty': String(branch !== 'main'),
          ...(branch !== 'main' && { 'mlflow.source.git.diff': '--- a\n+++ b\n+<script>alert(1)</script>' }),
          'mlflow.linkedPrompts': '[{"name": "ui-linked", "version": "2"}]',
        },
      })) as Model,
    );
  }
  const attributes = {
    'mlflow.modelId': JSON.stringify(models[1]?.model_id),
    'mlflow.experimentId': experiment,
  };
  const span = makeSpan({ attributes });
  await sendSpans(inject('otlpUrl'), [span], { 'x-mlflow-experiment-id': experiment });
  await send('GET', `/api/v1/traces/${span.traceId}`);
});

afterAll(async () => {
  await browser?.close();
});

describe('versions of an application', () => {
  it('are listed with their source and traffic, and compared side by side', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/experiments/${experiment}/versions`);
    const second = page.getByRole('row', { name: 'assistant-2' });
    await second.getByText('0af36519').waitFor();
    await second.getByText('uncommitted').waitFor();
    await second.getByRole('link', { name: '1', exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Compare assistant-1' }).check();
    await page.getByRole('checkbox', { name: 'Compare assistant-2' }).check();
    await page.getByRole('link', { name: 'Compare 2' }).click();
    const table = page.getByRole('table', { name: 'Versions side by side' });
    await table.getByRole('row', { name: 'temperature' }).getByRole('cell', { name: '0.7' }).waitFor();
    await page.getByRole('switch', { name: 'Differences only' }).check({ force: true });
    await table.getByRole('row', { name: 'top_k' }).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('each tell params, source, prompts and what was not committed, and run none of it', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/experiments/${experiment}/versions/${models[1]?.model_id}`);
    await page.getByRole('heading', { name: 'assistant-2', level: 1 }).waitFor();
    await page.getByRole('table', { name: 'Params' }).getByRole('row', { name: 'temperature 0.7' }).waitFor();
    await page.getByText('shorter-answers').waitFor();
    await page.getByRole('link', { name: 'ui-linked v2' }).waitFor();
    await page.getByText('+<script>alert(1)</script>').waitFor();
    const traces = page.getByRole('link', { name: 'Its traces' });
    expect(await traces.getAttribute('href')).toContain('logged_model');
    expect(faults).toEqual([]);
  });

  it('are told how to be made when there is none, and of an unknown one in the server’s words', async () => {
    const empty = await createExperiment('ui versions, none');
    const { page } = await openPage(browser);
    await page.goto(`${url}/experiments/${empty}/versions`);
    await page.getByRole('heading', { name: 'No versions yet' }).waitFor();
    await page.goto(`${url}/experiments/${empty}/versions/m-0`);
    await page.getByRole('alert').getByText('Not found', { exact: true }).waitFor();
  });
});

async function createExperiment(name: string): Promise<string> {
  const made = (await send('POST', '/api/v1/experiments', { name })) as { experiment_id: string };
  return made.experiment_id;
}

async function send(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
