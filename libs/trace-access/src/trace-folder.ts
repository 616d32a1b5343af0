import type { TraceRow } from '@millrace/domain';

/** The folder of all artifacts of a trace, where MLflow's clients look for them. */
export function traceFolder({ experimentId, traceId }: Pick<TraceRow, 'experimentId' | 'traceId'>): string {
  return `${experimentId}/traces/tr-${traceId}`;
}
