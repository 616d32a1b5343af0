import { Rejected } from '@millrace/domain';
import type { FastifyInstance } from 'fastify';
import { MlflowError } from '../errors/mlflow-error.ts';

const HEADER = 'x-mlflow-workspace';
const ONLY_WORKSPACE = 'default';
/** What a client asks to find out whether there are workspaces, and what probes ask. */
const ALWAYS_ANSWERED = /\/mlflow\/server-(info|features)$|^\/(version|health)(\/|$)/;

/**
 * Refuses requests for a workspace other than the only one: served, they would read and write what belongs to another.
 * With 400 although the stock server says 500: the client would send that seven times more (mlflow/WIRE.md 1.3, 17).
 */
export function refuseOtherWorkspaces(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ headers, url }) => {
    const asked = String(headers[HEADER] ?? '').trim();
    const path = url.split('?')[0] ?? '';
    if (asked === '' || asked === ONLY_WORKSPACE || ALWAYS_ANSWERED.test(path)) return;
    const message = `there is no workspace '${asked}' here, only '${ONLY_WORKSPACE}': workspaces are not enabled on this server; unset MLFLOW_WORKSPACE`;
    throw path.startsWith('/v1/') ? new Rejected(message) : new MlflowError('FEATURE_DISABLED', message);
  });
}
