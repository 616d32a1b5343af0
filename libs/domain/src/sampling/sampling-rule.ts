import type { TraceRow } from '../trace/trace-row.ts';

/** Which traces of an experiment are kept: a share of them, and those that meet a condition. */
export interface SamplingRule {
  /** From 0, none, to 1, all. */
  readonly share: number;
  /** Keep every trace with a span, or a state, of error. */
  readonly keepErrors: boolean;
  /** Keep every trace that took longer, milliseconds; absent: no condition. */
  readonly keepSlowerThanMs: number | undefined;
}

const NANOS_PER_MS = 1_000_000n;
const HASHES = 2 ** 32;

/** Whether the share of a rule holds the trace: by its id alone, so every process at every time says the same. */
export function isInShare(traceId: string, share: number): boolean {
  return hashOf(traceId) < share * HASHES;
}

/** Whether the rule can be decided without knowing the trace. */
export function isDecidedById({ keepErrors, keepSlowerThanMs }: SamplingRule): boolean {
  return !keepErrors && keepSlowerThanMs === undefined;
}

/** Whether a trace that is complete is kept. */
export function keepsTrace(
  { share, keepErrors, keepSlowerThanMs }: SamplingRule,
  {
    traceId,
    state,
    errorCount,
    durationNano,
  }: Pick<TraceRow, 'traceId' | 'state' | 'errorCount' | 'durationNano'>,
): boolean {
  if (isInShare(traceId, share)) return true;
  if (keepErrors && (errorCount > 0 || state === 'ERROR')) return true;
  return keepSlowerThanMs !== undefined && durationNano > BigInt(keepSlowerThanMs) * NANOS_PER_MS;
}

/** FNV-1a over the hex digits, its bits mixed as MurmurHash3 ends: even for ids that count up. 32 bits. */
function hashOf(traceId: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < traceId.length; at++) hash = Math.imul(hash ^ traceId.charCodeAt(at), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
