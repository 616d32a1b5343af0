import type { ApiClient } from '@millrace/api-client';
import { demoIds, type DemoIds } from './demo-ids.ts';

export interface DemoPage {
  /** Of the picture. */
  readonly name: string;
  readonly address: string;
  /** Its component's file below web/src/pages. */
  readonly source: string;
}

/** The address of every page of the web UI over the data of the demo. */
export async function demoPages(api: ApiClient, experimentId: string): Promise<readonly DemoPage[]> {
  const ids = await demoIds(api, experimentId);
  return [...experimentPages(`/experiments/${experimentId}`, ids), ...WORKSPACE_PAGES];
}

function page(name: string, source: string, address: string): DemoPage {
  return { name, address, source: `${source}-page.tsx` };
}

const WORKSPACE_PAGES: readonly DemoPage[] = [
  page('experiments', 'experiments/experiments', '/'),
  page('start', 'start/start', '/start'),
  page('prompts', 'prompts/prompts', '/prompts'),
  page('prompt', 'prompts/prompt', '/prompts/shop-assistant'),
  page('playground', 'prompts/playground/playground', '/playground'),
  page('settings-providers', 'settings/providers/providers', '/settings/providers'),
  page('settings-experiments', 'settings/experiments/experiment-settings', '/settings/experiments'),
  page('settings-prices', 'settings/prices/prices', '/settings/prices'),
  page('settings-alerts', 'settings/alerts/alerts', '/settings/alerts'),
  page('settings-webhooks', 'settings/webhooks/webhooks', '/settings/webhooks'),
  page('settings-api-keys', 'settings/access/api-keys', '/settings/api-keys'),
  page('settings-members', 'settings/access/members', '/settings/members'),
  page('settings-users', 'settings/access/users', '/settings/users'),
  page('settings-limits', 'settings/access/limits', '/settings/limits'),
  page('settings-data', 'settings/data/data', '/settings/data'),
  page('settings-audit', 'settings/access/audit', '/settings/audit'),
  page('settings-health', 'settings/health/health', '/settings/health'),
];

function experimentPages(experiment: string, ids: DemoIds): readonly DemoPage[] {
  const at = (name: string, source: string, path: string) => page(name, source, `${experiment}${path}`);
  const [trace, otherTrace] = ids.traces;
  const [model, otherModel] = ids.models;
  return [
    at('overview', 'overview/overview', ''),
    at('traces', 'traces/traces', '/traces'),
    at('trace', 'trace/trace', `/traces/${trace}`),
    page(
      'notebook',
      'notebook/notebook',
      `/static-files/lib/notebook-trace-renderer/index.html?trace_id=${trace}&trace_id=${otherTrace}`,
    ),
    at('compare-traces', 'trace/compare/compare', `/traces/compare?left=${trace}&right=${otherTrace}`),
    at('sessions', 'sessions/sessions', '/sessions'),
    at('session', 'sessions/session', `/sessions/${ids.session}`),
    at('evaluations', 'evaluations/evaluations', '/evaluations'),
    at('evaluation', 'evaluations/evaluation/evaluation', `/evaluations/${ids.evaluation}`),
    at(
      'compare-evaluations',
      'evaluations/compare/compare',
      '/evaluations/compare?baseline=prompt:shop-assistant/1&candidate=prompt:shop-assistant/2',
    ),
    at('schedule', 'evaluations/schedule/schedule', `/evaluations/schedules/${ids.schedule}`),
    at('run', 'evaluations/run/run', `/runs/${ids.run}`),
    at('scorers', 'scorers/scorers', '/scorers'),
    at('new-scorer', 'scorers/new-scorer', '/new-scorer'),
    at('scorer', 'scorers/scorer', `/scorers/${ids.scorer}`),
    at('datasets', 'datasets/datasets', '/datasets'),
    at('dataset', 'datasets/dataset', `/datasets/${ids.dataset}`),
    at('review', 'review/queues', '/review'),
    at('review-queue', 'review/queue', `/review/${ids.queue}`),
    at('versions', 'versions/versions', '/versions'),
    at('version', 'versions/version', `/versions/${model}`),
    at('compare-versions', 'versions/compare', `/versions/compare?models=${model},${otherModel}`),
  ];
}
