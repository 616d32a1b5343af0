import type { Removal, StoreCounts } from './removal.ts';

/** The document by which a person can be shown what became of their data. Its form is public: see docs/data-lifecycle.md. */
export interface RemovalProof {
  readonly erasure_id: string;
  readonly workspace_id: string;
  readonly experiment_id: string | undefined;
  readonly user_id: string | undefined;
  readonly session_id: string | undefined;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_time: string;
  readonly finished_time: string;
  readonly trace_count: number;
  /** Over the 32 hex digits of each trace id, in their order, each followed by a line feed. */
  readonly trace_ids_sha256: string;
  readonly stores: readonly { readonly store: string; readonly found: number; readonly left: number }[];
  readonly rows_left: number;
  /** Traces that stay, by the legal hold they are under. */
  readonly held: readonly { readonly hold_id: string; readonly trace_count: number }[];
  /** Traces of the same person that came after the last look: new data, which is stored again. */
  readonly arrived_since: number;
  readonly copies: readonly RemainingCopy[];
}

interface RemainingCopy {
  readonly where: string;
  readonly until: string;
  /** Keys, where they are known. */
  readonly files?: readonly string[];
}

interface Findings {
  readonly digest: string;
  readonly found: StoreCounts;
  readonly left: StoreCounts;
  readonly arrivedSince: number;
  readonly exportedFiles: readonly string[];
  readonly endTime: number;
}

/** What an erasure can't reach, said as it is. */
const COPIES = [
  {
    where: 'log of spans (Kafka topic, or the log folder of standalone)',
    until:
      'its retention deletes the records: MILLRACE_KAFKA_RETENTION_MS of the topic; standalone: a log file is stored whole and its space written over',
  },
  {
    where: 'parts of ClickHouse that were replaced',
    until: 'the engine deletes them, 8 minutes after the erasure unless old_parts_lifetime is set otherwise',
  },
  {
    where: 'bytes of deleted files in the blob store',
    until: '11 minutes after the erasure, so that a download under way ends',
  },
  {
    where:
      'attributes of resources (what a process says about itself) over 64 kB, which all traces of a process share',
    until: 'removed with the blob store only: they say nothing about the users of a service',
  },
  {
    where: 'the name of the user or session in this erasure and in the audit log',
    until: 'kept: it is the proof',
  },
  {
    where: 'backups, and what was downloaded or forwarded to others',
    until: 'whoever holds them deletes them',
  },
] as const;
/** Said with their keys. */
const EXPORTED = {
  where: 'files of export schedules that may hold the traces',
  until:
    'the windows are exported again (POST /api/v1/export-schedules/{schedule_id}/runs), their schedule is deleted, or its keep_days pass',
} as const;
const BYTES = 'bytes';

export function writeProof(
  removal: Removal,
  { digest, found, left, arrivedSince, exportedFiles, endTime }: Findings,
): RemovalProof {
  const stores = Object.keys(found)
    .filter((store) => store !== BYTES)
    .map((store) => ({ store, found: found[store] ?? 0, left: left[store] ?? 0 }));
  return {
    erasure_id: removal.id,
    workspace_id: removal.workspaceId,
    experiment_id: removal.experimentId === undefined ? undefined : String(removal.experimentId),
    user_id: removal.userId,
    session_id: removal.sessionId,
    reason: removal.reason,
    asked_by: removal.askedBy,
    asked_time: new Date(removal.creationTime).toISOString(),
    finished_time: new Date(endTime).toISOString(),
    trace_count: removal.traceCount,
    trace_ids_sha256: digest,
    stores,
    rows_left: stores.reduce((sum, store) => sum + store.left, 0),
    held: Object.entries(removal.held).map(([hold, count]) => ({ hold_id: hold, trace_count: count })),
    arrived_since: arrivedSince,
    copies: [...COPIES, { ...EXPORTED, files: exportedFiles }],
  };
}
