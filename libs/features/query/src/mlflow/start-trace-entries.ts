import type { EntryChange } from '@millrace/ports';
import { assessmentEntry, checkAssessment, type TraceInfoKey } from '@millrace/domain';
import { completeAssessment } from '../assessments/complete-assessment.ts';
import { toNewAssessment } from '../assessments/mlflow-assessments.dto.ts';
import type { TraceInfoMessage } from './mlflow-traces.dto.ts';
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
    ...assessmentEntries(message, place.traceId, now),
  ];
}

function info(key: TraceInfoKey, value: string | undefined): EntryChange[] {
  return value === undefined ? [] : [{ kind: 'info', key, value }];
}

/** A repeated call tells the same assessments. */
function assessmentEntries(message: TraceInfoMessage, traceId: string, now: number): EntryChange[] {
  return message.assessments.map((told, position) => {
    const assessment = completeAssessment(toNewAssessment(told), traceId, now, position);
    checkAssessment(assessment);
    return assessmentEntry(assessment);
  });
}
