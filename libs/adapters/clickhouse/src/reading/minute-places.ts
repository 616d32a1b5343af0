import { TupleParam } from '@clickhouse/client';
import type { TraceRow } from '@millrace/domain';

const NANOS_PER_MINUTE = 60_000_000_000n;
const SECONDS_PER_MINUTE = 60;
/** Beyond that a range of time costs less than so many keys. */
const MOST_MINUTES = 60;

/**
 * The keys under which the spans of traces are found (experiment, minute in seconds since the epoch, trace id), and the traces that
 * go on for too long for that.
 */
export function minutePlaces(traces: readonly TraceRow[]): {
  readonly places: readonly TupleParam[];
  readonly long: readonly TraceRow[];
} {
  const places: TupleParam[] = [];
  const long: TraceRow[] = [];
  for (const trace of traces) {
    const { minSpanStartUnixNano: from, maxSpanStartUnixNano: to, spanExperimentIds, traceId } = trace;
    if (from === undefined || to === undefined) continue;
    const first = Number(from / NANOS_PER_MINUTE);
    const last = Number(to / NANOS_PER_MINUTE);
    if (last - first >= MOST_MINUTES) {
      long.push(trace);
      continue;
    }
    for (const experimentId of spanExperimentIds) {
      for (let minute = first; minute <= last; minute += 1) {
        places.push(new TupleParam([experimentId, minute * SECONDS_PER_MINUTE, traceId]));
      }
    }
  }
  return { places, long };
}
