import type { ApiClient } from '@millrace/api-client';
import { answer } from '../demo/demo-target.ts';

/** What the addresses of the demo's pages name. */
export interface DemoIds {
  /** Two answers of the agent that are worth comparing. */
  readonly traces: readonly string[];
  readonly session: string;
  readonly evaluation: string;
  readonly run: string;
  readonly schedule: string;
  readonly scorer: string;
  readonly dataset: string;
  readonly queue: string;
  readonly models: readonly string[];
}

/** Throws when the demo lacks one: a picture of a page that finds nothing says nothing. */
export async function demoIds(api: ApiClient, experimentId: string): Promise<DemoIds> {
  const params = { query: { experiment_id: experimentId } };
  const listed = (filter: string) =>
    answer(
      api.GET('/api/v1/traces', { params: { query: { experiment_id: [experimentId], filter, limit: 2 } } }),
    );
  const [agents, chats, lists] = await Promise.all([
    listed("name = 'invoke_agent order-agent' AND status = 'OK'"),
    listed("name = 'answer_customer' AND status = 'OK'"),
    Promise.all([
      answer(api.GET('/api/v1/evaluations', { params })),
      answer(api.GET('/api/v1/evaluation-schedules', { params })),
      answer(api.GET('/api/v1/scorers', { params })),
      answer(api.GET('/api/v1/datasets', { params })),
      answer(api.GET('/api/v1/review-queues', { params })),
      answer(api.GET('/api/v1/logged-models', { params })),
    ]),
  ]);
  const [{ evaluations }, { schedules }, { scorers }, { datasets }, { review_queues: queues }, { models }] =
    lists;
  return {
    traces: agents.traces.map(({ trace_id: id }) => id),
    session: present('session', chats.traces[0]?.session_id),
    evaluation: present('evaluation', evaluations[0]?.evaluation_id),
    run: present('run', evaluations[0]?.run_id),
    schedule: present('schedule', schedules[0]?.schedule_id),
    scorer: present('scorer', scorers[0]?.name),
    dataset: present('dataset', datasets[0]?.dataset_id),
    queue: present('queue', queues[0]?.queue_id),
    models: models.map(({ model_id: id }) => id),
  };
}

function present(what: string, id: string | undefined): string {
  if (id === undefined) throw new Error(`The demo has no ${what}`);
  return id;
}
