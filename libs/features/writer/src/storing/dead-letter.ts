import { decodeTraceRecord, type DeadLetter, type LogEntry, type TraceRecordHeader } from '@millrace/ports';

/** Where letters go whose record does not say where it belongs. */
const UNKNOWN: Pick<TraceRecordHeader, 'workspaceId' | 'experimentId' | 'traceId'> = {
  workspaceId: 'default',
  experimentId: 0,
  traceId: '',
};

/** A record that can't be stored, with why. */
export function deadLetter(id: string, entry: LogEntry, reason: Error): DeadLetter {
  const { workspaceId, experimentId, traceId } = headerOf(entry.value);
  return {
    id,
    workspaceId,
    experimentId,
    traceId,
    failedAt: entry.appendedAt,
    reason: reason.message,
    record: entry.value,
  };
}

function headerOf(value: Uint8Array): typeof UNKNOWN {
  try {
    return decodeTraceRecord(value);
  } catch {
    return UNKNOWN;
  }
}
