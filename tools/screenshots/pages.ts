import type { ApiClient } from '@millrace/api-client';
import { existsSync } from 'node:fs';
import { answer } from '../demo/demo-target.ts';

export interface DemoPage {
  /** Of the picture. */
  readonly name: string;
  readonly address: string;
}

interface Listed {
  /** Folder of the page's sources. */
  readonly area: string;
  readonly name: string;
  readonly path: string;
}

/** The address of every page of the web UI over the data of the demo. */
export async function demoPages(api: ApiClient, experimentId: string): Promise<readonly DemoPage[]> {
  const ids = await idsOf(api, experimentId);
  const experiment = `/experiments/${experimentId}`;
  const pages: readonly Listed[] = [
    { area: 'experiments', name: 'experiments', path: '/' },
    { area: 'start', name: 'start', path: '/start' },
    { area: 'overview', name: 'overview', path: experiment },
    { area: 'traces', name: 'traces', path: `${experiment}/traces` },
    { area: 'trace', name: 'trace', path: `${experiment}/traces/${ids.trace}` },
    {
      area: 'trace',
      name: 'compare-traces',
      path: `${experiment}/traces/compare?left=${ids.trace}&right=${ids.otherTrace}`,
    },
    { area: 'sessions', name: 'sessions', path: `${experiment}/sessions` },
    { area: 'sessions', name: 'session', path: `${experiment}/sessions/${ids.session}` },
    { area: 'evaluations', name: 'evaluations', path: `${experiment}/evaluations` },
    { area: 'evaluations', name: 'evaluation', path: `${experiment}/evaluations/${ids.evaluation}` },
    { area: 'scorers', name: 'scorers', path: `${experiment}/scorers` },
    { area: 'datasets', name: 'datasets', path: `${experiment}/datasets` },
    { area: 'review', name: 'review', path: `${experiment}/review` },
    { area: 'versions', name: 'versions', path: `${experiment}/versions` },
    { area: 'versions', name: 'version', path: `${experiment}/versions/${ids.model}` },
    { area: 'prompts', name: 'prompts', path: '/prompts' },
    { area: 'prompts', name: 'prompt', path: '/prompts/shop-assistant' },
    { area: 'settings', name: 'settings-alerts', path: '/settings/alerts' },
    { area: 'settings', name: 'settings-providers', path: '/settings/providers' },
    { area: 'settings', name: 'settings-prices', path: '/settings/prices' },
    { area: 'settings', name: 'settings-health', path: '/settings/health' },
  ];
  return pages
    .filter(({ area }) => existsSync(`web/src/pages/${area}`))
    .map(({ name, path }) => ({ name, address: path }));
}

async function idsOf(api: ApiClient, experimentId: string) {
  const query = { experiment_id: experimentId };
  const listed = (filter: string) =>
    answer(
      api.GET('/api/v1/traces', { params: { query: { experiment_id: [experimentId], filter, limit: 2 } } }),
    );
  const [agents, chats, evaluations, models] = await Promise.all([
    listed("name = 'invoke_agent order-agent' AND status = 'OK'"),
    listed("name = 'answer_customer' AND status = 'OK'"),
    answer(api.GET('/api/v1/evaluations', { params: { query } })),
    answer(api.GET('/api/v1/logged-models', { params: { query } })),
  ]);
  return {
    trace: agents.traces[0]?.trace_id ?? '',
    otherTrace: agents.traces[1]?.trace_id ?? agents.traces[0]?.trace_id ?? '',
    session: chats.traces[0]?.session_id ?? '',
    evaluation: evaluations.evaluations[0]?.evaluation_id ?? '',
    model: models.models[0]?.model_id ?? '',
  };
}
