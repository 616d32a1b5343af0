import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveMlflowUi, type MlflowUi } from '../support/mlflow-ui.ts';
import { pythonWith } from '../support/python-environment.ts';
import { startStandalone, type RunningTarget } from '../support/standalone.ts';

const run = promisify(execFile);
const SEED = 'test/conformance/mlflow-ui/seed.py';
const WHERE_UI_IS =
  'import importlib.util as u; print(u.find_spec("mlflow").submodule_search_locations[0] + "/server/js/build")';
/** Without it the UI asks for a workspace first. */
const WORKSPACE = 'workspace=default';
const SCREENSHOTS = '.cache/screenshots';
/** What the UI asks of servers with accounts and of its assistant, which is a program on the user's machine: docs/mlflow.md. */
const NOT_OURS = /\/mlflow\/(users\/current|assistant\/)/;

let target: RunningTarget;
let ui: MlflowUi;
let browser: Browser;
let seeded: readonly [experimentId: string, traceId: string];

beforeAll(async () => {
  const python = pythonWith('test/conformance/requirements.txt');
  target = await startStandalone();
  const environment = { ...process.env, MILLRACE_URL: target.url, MLFLOW_DISABLE_TELEMETRY: 'true' };
  const { stdout } = await run(python, [SEED], { env: environment });
  const [experimentId = '', traceId = ''] = stdout.trim().split('\n').at(-1)?.split(' ') ?? [];
  seeded = [experimentId, traceId];
  ui = await serveMlflowUi(
    execFileSync(python, ['-c', WHERE_UI_IS], { encoding: 'utf8' }).trim(),
    target.url,
  );
  mkdirSync(SCREENSHOTS, { recursive: true });
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await ui?.stop();
  await target?.stop();
});

it.each([
  ['experiments', () => '/experiments', 'seen in the MLflow UI'],
  ['traces', () => `/experiments/${seeded[0]}/traces`, 'What turns the wheel?'],
  ['evaluation runs', () => `/experiments/${seeded[0]}/evaluation-runs`, 'is_short'],
  ['datasets', () => `/experiments/${seeded[0]}/datasets`, 'evaluation dataset'],
  ['prompts', () => '/prompts', 'mill-question'],
  ['a prompt', () => '/prompts/mill-question', 'What turns'],
])("MLflow's own web UI opens %s without an error", async (name, path, text) => {
  const { page, faults } = await openPage(`${ui.url}/#${path()}?${WORKSPACE}`);
  try {
    await page.getByText(text).first().waitFor({ timeout: 30_000 });
    expect(await page.getByText('Something went wrong').count()).toBe(0);
    expect(faults).toEqual([]);
  } finally {
    await page.screenshot({ path: `${SCREENSHOTS}/mlflow-${name.replace(/\W+/g, '-')}.png` });
    await page.close();
  }
});

it("MLflow's own web UI opens the spans of a trace", async () => {
  const [experimentId, traceId] = seeded;
  const { page, faults } = await openPage(
    `${ui.url}/#/experiments/${experimentId}/traces?selectedEvaluationId=${traceId}&${WORKSPACE}`,
  );
  await page.getByText('retrieve').first().waitFor({ timeout: 30_000 });
  await page.screenshot({ path: `${SCREENSHOTS}/mlflow-trace.png` });
  expect(faults).toEqual([]);
  await page.close();
});

/** Opens an address, and gathers what fails on it: scripts, and answers that tell of an error. */
async function openPage(url: string): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('response', (response) => {
    const path = response.url().slice(ui.url.length);
    if (response.status() < 400 || NOT_OURS.test(path)) return;
    faults.push(`${response.request().method()} ${path}: ${response.status()}`);
  });
  await page.goto(url);
  return { page, faults };
}
