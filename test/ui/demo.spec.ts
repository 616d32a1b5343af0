import { beforeAll, describe, expect, inject, it } from 'vitest';
import { demoTarget } from '../../tools/demo/demo-target.ts';
import { loadDemo, type LoadedDemo } from '../../tools/demo/load-demo.ts';
import { getJson, listTraces } from '../support/api.ts';

const url = inject('millraceUrl');
let demo: LoadedDemo;

beforeAll(async () => {
  demo = await loadDemo(demoTarget(url));
}, 180_000);

describe('npm run demo', () => {
  it('loads every trace once, and doing it again changes nothing', async () => {
    const again = await loadDemo(demoTarget(url));
    const traces = await listTraces(url, demo.experimentId);
    expect(again).toEqual({ ...demo, wasThere: true });
    expect(traces).toHaveLength(demo.traces);
    expect(traces.filter(({ state }) => state === 'ERROR').length).toBeGreaterThan(10);
  });

  it('evaluates both versions of the prompt: the second one names its source', async () => {
    // A comparison waits two seconds for what is on its way; a busy machine takes longer.
    await expect
      .poll(compareVersions, { timeout: 30_000 })
      .toMatchObject({ name: 'names_its_source', is_significant: true });
  });

  it('brings what the other pages show', async () => {
    const of = `experiment_id=${demo.experimentId}`;
    const [schedules, rules, queues, datasets, models] = await Promise.all([
      getJson<{ schedules: object[] }>(`${url}/api/v1/evaluation-schedules?${of}`),
      getJson<{ alert_rules: object[] }>(`${url}/api/v1/alert-rules?${of}`),
      getJson<{ review_queues: object[] }>(`${url}/api/v1/review-queues?${of}`),
      getJson<{ datasets: { record_count: number }[] }>(`${url}/api/v1/datasets?${of}`),
      getJson<{ models: object[] }>(`${url}/api/v1/logged-models?${of}`),
    ]);
    expect(schedules.schedules).toMatchObject([{ is_paused: true }]);
    expect(rules.alert_rules).toHaveLength(1);
    expect(queues.review_queues).toHaveLength(1);
    expect(datasets.datasets[0]?.record_count).toBeGreaterThan(15);
    expect(models.models).toHaveLength(2);
  });
});

async function compareVersions(): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/comparisons`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      experiment_id: demo.experimentId,
      baseline: { prompt_version: 'shop-assistant/1' },
      candidate: { prompt_version: 'shop-assistant/2' },
    }),
  });
  const { scorers } = (await response.json()) as { scorers: { name: string }[] };
  return scorers.find(({ name }) => name === 'names_its_source');
}
