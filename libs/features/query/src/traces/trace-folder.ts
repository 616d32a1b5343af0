import type { TraceRow } from '@millrace/domain';
import { toMlflowTraceId } from './trace-id.ts';

/** The folder of all artifacts of a trace. */
export function traceFolder({ experimentId, traceId }: Pick<TraceRow, 'experimentId' | 'traceId'>): string {
  return `${experimentId}/traces/${toMlflowTraceId(traceId)}`;
}
