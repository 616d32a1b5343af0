import type { TraceRow } from '@millrace/domain';
import { traceFolder } from '@millrace/trace-access';
import { listAssessments } from '../assessments/list-assessments.ts';
import { toMlflowAssessment } from '../assessments/mlflow-assessments.dto.ts';
import { toMlflowTraceId } from '../traces/trace-id.ts';
import { formatDuration, formatTimestamp } from './timestamps.ts';

/** Tags that the server answers with, whatever was sent: they make the client read spans from here (mlflow/WIRE.md 2.3). */
export const SPANS_LOCATION_TAG = 'mlflow.trace.spansLocation';
export const ARTIFACT_LOCATION_TAG = 'mlflow.artifactLocation';

/** Which form a client wrote a trace in: those of LEGACY_SCHEMA have ids of the server, without `tr-`. */
export const SCHEMA_VERSION = 'mlflow.trace_schema.version';
export const LEGACY_SCHEMA = '2';

/** A trace as MLflow's TraceInfoV3. */
export interface MlflowTraceInfo {
  readonly trace_id: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** Empty maps and lists are left out, as protobuf does. */
export function toTraceInfo(row: TraceRow): MlflowTraceInfo {
  const traceId = spellId(row);
  const assessments = listAssessments(row).map((each) => toMlflowAssessment(each, row.traceId));
  return {
    trace_id: traceId,
    ...(row.clientRequestId !== undefined && { client_request_id: row.clientRequestId }),
    trace_location: {
      type: 'MLFLOW_EXPERIMENT',
      mlflow_experiment: { experiment_id: String(row.experimentId) },
    },
    ...(row.requestPreview !== undefined && { request_preview: row.requestPreview }),
    ...(row.responsePreview !== undefined && { response_preview: row.responsePreview }),
    request_time: formatTimestamp(row.requestTimeUnixNano),
    execution_duration: formatDuration(row.durationNano),
    state: row.state,
    ...(row.metadata.size > 0 && { trace_metadata: Object.fromEntries(row.metadata) }),
    ...(assessments.length > 0 && { assessments }),
    tags: {
      ...Object.fromEntries(row.tags),
      [SPANS_LOCATION_TAG]: 'TRACKING_STORE',
      [ARTIFACT_LOCATION_TAG]: `mlflow-artifacts:/${traceFolder(row)}/artifacts`,
    },
  };
}

function spellId({ traceId, metadata }: TraceRow): string {
  return metadata.get(SCHEMA_VERSION) === LEGACY_SCHEMA ? traceId : toMlflowTraceId(traceId);
}
