import type { LocalRoot, TraceFacts } from '../spans/local-root.ts';
import type { Deadline, MillraceConnection } from './millrace-connection.ts';

const ARTIFACTS = 'mlflow-artifacts:/';
const JSON_BODY = { 'content-type': 'application/json' };

interface StartedTrace {
  readonly trace: { readonly trace_info: { readonly tags?: Readonly<Record<string, string>> } };
}

/** Tells what was said of a trace beside its spans, and sends its attachments. Throws when Millrace does not take them. */
export async function tellTrace(
  connection: MillraceConnection,
  root: LocalRoot,
  deadline: Deadline,
): Promise<void> {
  const taken = root.take();
  if (!taken) return;
  const traceId = `tr-${root.span.spanContext().traceId}`;
  const experimentId = await connection.experimentId(deadline);
  const body = JSON.stringify({ trace: { trace_info: traceInfo(traceId, experimentId, taken.facts) } });
  const request = { method: 'POST', path: '/api/3.0/mlflow/traces', headers: JSON_BODY, body } as const;
  const answer = (await (await connection.send(request, deadline)).json()) as StartedTrace;
  const folder = answer.trace.trace_info.tags?.['mlflow.artifactLocation'] ?? '';
  for (const { id, attachment } of taken.attachments) {
    const path = `/api/2.0/mlflow-artifacts/artifacts/${folder.slice(ARTIFACTS.length)}/attachments/${id}`;
    const headers = { 'content-type': attachment.contentType };
    await connection.send({ method: 'PUT', path, headers, body: attachment.bytes }, deadline);
  }
}

/** As MLflow's client tells it when a trace ends. Source: its proto, `TraceInfoV3`. */
function traceInfo(traceId: string, experimentId: string | undefined, facts: TraceFacts): object {
  const { tags, metadata, clientRequestId, requestPreview, responsePreview, state } = facts;
  return {
    trace_id: traceId,
    ...(experimentId !== undefined && {
      trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } },
    }),
    tags,
    trace_metadata: metadata,
    client_request_id: clientRequestId,
    request_preview: requestPreview,
    response_preview: responsePreview,
    state,
  };
}
