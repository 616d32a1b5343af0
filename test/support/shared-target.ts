import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { startGateway, type Gateway } from './gateway.ts';
import type { RunningTarget } from './standalone.ts';
import type { Topology } from './topologies.ts';

/** A workspace of a Millrace that other specs use too. OTLP/gRPC reaches the workspace `default`. */
export interface BorrowedTarget extends RunningTarget {
  /** Of its experiment `Default`, where spans go that name none. */
  readonly experimentId: string;
  /** For who asks the shared Millrace itself, by the header `x-mlflow-workspace`. */
  readonly workspace: string;
}

/** The running Millrace of a topology that specs share, for a spec that keeps to experiments and names of its own. */
export async function sharedTarget({ name }: Pick<Topology, 'name'>): Promise<RunningTarget> {
  const answer = await fetch(`${inject('sharedSystems')}/${name}`);
  if (!answer.ok) throw new Error(`the shared ${name} did not start: ${await answer.text()}`);
  const target = (await answer.json()) as Omit<RunningTarget, 'stop'>;
  return { ...target, stop: () => Promise.resolve() };
}

/** The same as if it were the caller's own: every request to it is about a new workspace. */
export async function borrowTarget(topology: Pick<Topology, 'name'>): Promise<BorrowedTarget> {
  const shared = await sharedTarget(topology);
  const workspace = `spec-${randomBytes(6).toString('hex')}`;
  await ask(shared.url, 'POST', '/api/3.0/mlflow/workspaces', { name: workspace });
  const [api, otlp] = await Promise.all([
    startDoor(shared.url, workspace),
    startDoor(shared.otlpUrl, workspace),
  ]);
  const path = '/api/2.0/mlflow/experiments/get-by-name?experiment_name=Default';
  const { experiment } = await ask<{ experiment: { experiment_id: string } }>(api.url, 'GET', path);
  return {
    ...shared,
    url: api.url,
    otlpUrl: otlp.url,
    experimentId: experiment.experiment_id,
    workspace,
    stop: async () => {
      await Promise.all([api.stop(), otlp.stop()]);
    },
  };
}

/** An address all of whose requests go to one server and are about one workspace. */
function startDoor(url: string, workspace: string): Promise<Gateway> {
  return startGateway({
    services: { ingest: url, 'query-api': url, registry: url, evaluator: url },
    headers: { 'x-mlflow-workspace': workspace },
  });
}

async function ask<Answer>(url: string, method: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}
