import type { SpanFacts, TraceEntry } from '@millrace/domain';
import type { TraceKey } from '@millrace/ports';
import type { TraceChange } from './pending-batch.ts';

/** A span with all that came for it as log records. */
export interface SpanWithContent {
  readonly change: TraceChange;
  readonly facts: SpanFacts;
  readonly entries: readonly TraceEntry[];
}

/** Value of a `content` entry in memory once it is stored. */
export const IN_STORAGE = '';

/** One spelling of the key of something in a trace. */
export function keyInTrace({ workspaceId, traceId }: TraceKey, name: string): string {
  return `${workspaceId}/${traceId}/${name}`;
}
