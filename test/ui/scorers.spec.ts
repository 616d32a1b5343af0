import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { EvaluationsClient, makeAnswer } from '../support/evaluations.ts';
import { newTraceId, sendSpans } from '../support/otlp.ts';

const url = inject('millraceUrl');
const client = new EvaluationsClient(url);
const span = makeAnswer('What is it?', 'A green parrot.');
const traceId = `tr-${span.traceId}`;

let browser: Browser;
let experimentId: string;

beforeAll(async () => {
  browser = await startBrowser();
  experimentId = await client.createExperiment(`scorers ${newTraceId()}`);
  await sendSpans(inject('otlpUrl'), [span], { 'x-mlflow-experiment-id': experimentId });
  // Another spec may have brought the key already.
  await client.addProvider(inject('modelUrl')).catch(() => undefined);
  const { secrets } = await client.call<{ secrets: readonly { secret_id: string; name: string }[] }>(
    'GET',
    '/api/v1/gateway/secrets',
  );
  const { model_id: modelId } = await client.call<{ model_id: string }>('POST', '/api/v1/gateway/models', {
    name: `judge of ${experimentId}`,
    secret_id: secrets.find(({ name }) => name === 'openai')?.secret_id,
    provider: 'openai',
    model: 'gpt-4.1-mini',
  });
  await client.call('POST', '/api/v1/gateway/endpoints', {
    name: endpoint(),
    models: [{ model_id: modelId }],
  });
  await untilComplete(url);
}, 120_000);

const endpoint = (): string => `judge-${experimentId}`;

afterAll(async () => {
  await browser?.close();
});

describe('scorers', () => {
  it('of one’s own are written with chips, tried on a trace and registered', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/experiments/${experimentId}/scorers`);
    await page.getByRole('heading', { name: 'No scorer is registered here' }).waitFor();
    await page.getByRole('link', { name: 'New scorer' }).click();
    await page.getByLabel('Name').fill('friendly');
    await page.getByLabel('Instructions').fill('Is this friendly? ');
    await page.getByRole('button', { name: '{{ outputs }}' }).click();
    await page.getByRole('combobox', { name: 'Model' }).fill('judge');
    await page.getByRole('option', { name: `gateway:/${endpoint()}` }).click();
    await page.getByRole('combobox', { name: 'Verdict' }).click();
    await page.getByRole('option', { name: 'yes or no' }).click();
    const trial = page.getByRole('region', { name: 'Try it' });
    await trial.getByLabel('Trace').fill(traceId);
    await trial.getByRole('button', { name: 'Try', exact: true }).click();
    await trial.getByRole('status').getByText('yes').waitFor();
    await trial.getByRole('button', { name: /Prompt user/ }).click();
    await trial.getByText('A green parrot.').waitFor();
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'friendly', level: 1 }).waitFor();
    const definition = page.getByRole('region', { name: 'Definition' });
    await definition.getByText(`gateway:/${endpoint()}`).waitFor();
    await page.getByRole('link', { name: 'New version' }).click();
    await page.getByLabel('Instructions').fill('Is this very friendly? {{ outputs }}');
    await page.getByRole('button', { name: 'Register version' }).click();
    await definition.getByText('Is this very friendly? {{ outputs }}').waitFor();
    await page.getByRole('table', { name: 'Versions' }).getByRole('row', { name: /^2 / }).waitFor();
    expect(faults).toEqual([]);
  });

  it('built in have a form of their parameters; a fault is told in the server’s words', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/experiments/${experimentId}/new-scorer`);
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Regular expression' }).click();
    await page.getByLabel('Pattern').fill('(green');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('alert').getByText('invalid regex pattern').waitFor();
    await page.getByLabel('Pattern').fill('green');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'regex_match', level: 1 }).waitFor();
  });

  it('judge new traces once they are started, and are measured against people', async () => {
    const name = 'parrot';
    const definition = { millrace_scorer: { kind: 'contains', parameters: { texts: ['parrot'] } } };
    await client.call('POST', '/api/v1/scorers', { experiment_id: experimentId, name, definition });
    for (const [type, value] of [
      ['human', 'no'],
      ['code', 'yes'],
    ]) {
      const body = { name, value, source: { type, id: 'ada' } };
      await client.call('POST', `/api/v1/traces/${traceId}/assessments`, body);
    }
    await untilComplete(url);
    const { page, faults } = await openPage(browser);
    await page.goto(`${url}/experiments/${experimentId}/scorers/${name}`);
    const online = page.getByRole('region', { name: 'New traces' });
    await online.getByLabel('Share').fill('25');
    await online.getByRole('button', { name: 'Start' }).click();
    await online.getByText('Judges since').waitFor();
    const agreement = page.getByRole('region', { name: 'Agreement with people' });
    await agreement.getByRole('button', { name: 'Measure' }).click();
    await agreement.getByText('of 1 traces').waitFor();
    await agreement.getByRole('table', { name: 'Disagreements' }).waitFor();
    await page.getByRole('link', { name: 'Scorers' }).click();
    await page
      .getByRole('row', { name: /^parrot contains/ })
      .getByText('25 %')
      .waitFor();
    expect(faults).toEqual([]);
  });
});
