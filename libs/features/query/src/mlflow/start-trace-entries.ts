import { randomUUID } from 'node:crypto';
import type { EntryChange } from '@millrace/ports';
import type { TraceInfoKey } from '@millrace/domain';
import { toMlflowTraceId } from '../traces/trace-id.ts';
import type { TraceInfoMessage } from './mlflow-traces.dto.ts';
import { formatTimestamp } from './timestamps.ts';
import { ARTIFACT_LOCATION_TAG, SPANS_LOCATION_TAG } from './trace-info.ts';

const NANOS_PER_MS = 1_000_000n;
const FINALIZED = { kind: 'metadata', key: 'mlflow.trace.infoFinalized', value: 'true' } as const;

/** What one start-trace call says about its trace, one entry for each thing said. */
export function startTraceEntries(
  message: TraceInfoMessage,
  place: { readonly traceId: string; readonly experimentId: number },
  now: number,
): EntryChange[] {
  const { state, request_time: requestTime, execution_duration: duration } = message;
  return [
    ...info('experimentId', String(place.experimentId)),
    ...info('requestTimeMs', requestTime === undefined ? undefined : String(requestTime / NANOS_PER_MS)),
    ...info('durationMs', duration === undefined ? undefined : String(duration / NANOS_PER_MS)),
    ...info('state', state === 'STATE_UNSPECIFIED' ? undefined : state),
    ...info('clientRequestId', message.client_request_id),
    ...info('requestPreview', message.request_preview),
    ...info('responsePreview', message.response_preview),
    ...Object.entries(message.tags)
      .filter(([key]) => key !== SPANS_LOCATION_TAG && key !== ARTIFACT_LOCATION_TAG)
      .map(([key, value]) => ({ kind: 'tag' as const, key, value })),
    ...Object.entries(message.trace_metadata).map(([key, value]) => ({
      kind: 'metadata' as const,
      key,
      value,
    })),
    FINALIZED,
    ...message.assessments.map((assessment) => assessmentEntry(assessment, place.traceId, now)),
  ];
}

function info(key: TraceInfoKey, value: string | undefined): EntryChange[] {
  return value === undefined ? [] : [{ kind: 'info', key, value }];
}

/** Ids are made here where the client left them out. */
function assessmentEntry(
  assessment: Readonly<Record<string, unknown>>,
  traceId: string,
  now: number,
): EntryChange {
  const given = assessment['assessment_id'] ?? assessment['assessmentId'];
  const id = typeof given === 'string' && given !== '' ? given : `a-${randomUUID().replaceAll('-', '')}`;
  const time = formatTimestamp(BigInt(now) * NANOS_PER_MS);
  const value = JSON.stringify({
    create_time: time,
    last_update_time: time,
    valid: true,
    ...assessment,
    assessment_id: id,
    trace_id: toMlflowTraceId(traceId),
  });
  return { kind: 'assessment', key: id, value };
}
