import type { TraceRow } from '@millrace/domain';
import type { TraceVerdict } from '../trace-verdicts.ts';

/** A trace of one side. */
export interface SideTrace {
  readonly row: TraceRow;
  /** Of the root's inputs in canonical form; undefined when it has none. */
  readonly inputsDigest: string | undefined;
  readonly verdicts: ReadonlyMap<string, TraceVerdict>;
}

export interface TracePair {
  readonly baseline: SideTrace;
  readonly candidate: SideTrace;
}

export interface Pairing {
  readonly pairs: readonly TracePair[];
  /** Examples that one side alone has, and traces of which nobody knows the example. */
  readonly unpaired: { readonly baseline: number; readonly candidate: number };
  /** Older traces of an example that has a newer one. */
  readonly repeated: { readonly baseline: number; readonly candidate: number };
}

/** The record of a data set that an evaluation made the trace of. */
const RECORD_TAG = 'mlflow.eval.requestId';

/**
 * Pairs traces of the same example: one trace that is on both sides; else of the same record of a data set; else with the same
 * inputs. Of several traces of an example the newest counts.
 */
export function pairTraces(baseline: readonly SideTrace[], candidate: readonly SideTrace[]): Pairing {
  const shared = {
    traces: sharedOf(baseline, candidate, traceId),
    records: sharedOf(baseline, candidate, record),
  };
  const example = (trace: SideTrace): string | undefined => {
    const { traceId: id, tags } = trace.row;
    if (shared.traces.has(id)) return `trace ${id}`;
    const recordId = tags.get(RECORD_TAG);
    if (recordId !== undefined && shared.records.has(recordId)) return `record ${recordId}`;
    return trace.inputsDigest === undefined ? undefined : `inputs ${trace.inputsDigest}`;
  };
  const before = newestOfEach(baseline, example);
  const after = newestOfEach(candidate, example);
  const pairs = [...before.newest].flatMap(([key, trace]) => {
    const counterpart = after.newest.get(key);
    return counterpart ? [{ baseline: trace, candidate: counterpart }] : [];
  });
  const left = ({ newest, unknown }: Examples) => newest.size + unknown - pairs.length;
  return {
    pairs,
    unpaired: { baseline: left(before), candidate: left(after) },
    repeated: { baseline: before.repeated, candidate: after.repeated },
  };
}

interface Examples {
  readonly newest: ReadonlyMap<string, SideTrace>;
  readonly repeated: number;
  readonly unknown: number;
}

function traceId({ row }: SideTrace): string | undefined {
  return row.traceId;
}

function record({ row }: SideTrace): string | undefined {
  return row.tags.get(RECORD_TAG);
}

function sharedOf(
  baseline: readonly SideTrace[],
  candidate: readonly SideTrace[],
  idOf: (trace: SideTrace) => string | undefined,
): Set<string> {
  const known = new Set(baseline.map(idOf));
  return new Set(candidate.map(idOf).filter((id): id is string => id !== undefined && known.has(id)));
}

function newestOfEach(
  traces: readonly SideTrace[],
  exampleOf: (trace: SideTrace) => string | undefined,
): Examples {
  const newest = new Map<string, SideTrace>();
  let unknown = 0;
  let repeated = 0;
  for (const trace of traces) {
    const key = exampleOf(trace);
    if (key === undefined) {
      unknown += 1;
      continue;
    }
    const other = newest.get(key);
    if (other) repeated += 1;
    if (!other || other.row.requestTimeUnixNano < trace.row.requestTimeUnixNano) newest.set(key, trace);
  }
  return { newest, repeated, unknown };
}
