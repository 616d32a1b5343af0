import type { TraceEntry } from './trace-entry.ts';
import type { TraceParts } from './trace-parts.ts';
import type { TraceRow } from './trace-row.ts';

/** Whether an entry changes what a judge reads of the trace. */
export function isContent({ kind }: TraceEntry): boolean {
  return kind === 'content' || kind === 'info';
}

/**
 * Whether `trace.completed` was published for the trace with all the content it has. All records of a trace have one order, so
 * a completion of a later version, such as one of a tag that writers before content versions announced, stands for it too.
 */
export function isCompletedAt(parts: TraceParts, contentVersion: bigint): boolean {
  return completedVersions(parts).some((version) => version >= contentVersion);
}

/** Content versions for which `trace.completed` was published. */
export function completedVersions({ entries }: TraceParts): readonly bigint[] {
  return [...entries.values()].filter(({ kind }) => kind === 'completion').map(({ key }) => BigInt(key));
}

/** That `trace.completed` was published for this content of the trace. */
export function completionEntry({ contentVersion }: Pick<TraceRow, 'contentVersion'>): TraceEntry {
  return { kind: 'completion', key: String(contentVersion), value: '', sequence: contentVersion };
}
