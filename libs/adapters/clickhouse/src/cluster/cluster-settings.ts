import type { ClickHouseSettings } from '@clickhouse/client';

const QUORUM_PATIENCE_MS = 60_000;
const SCHEMA_PATIENCE_S = 100;

/**
 * What is inserted is on most replicas before it counts, one insert of a table after the other: only so does ClickHouse know
 * which replica has all of it. One insert without them would hide what others insert until the next one with them.
 */
export const CLUSTER_WRITES: ClickHouseSettings = {
  insert_quorum: 'auto',
  insert_quorum_parallel: 0,
  insert_quorum_timeout: QUORUM_PATIENCE_MS,
};

/** A replica that lacks something refuses to answer. */
export const CLUSTER_READS: ClickHouseSettings = { select_sequential_consistency: '1' };

/** Statements of one connection see what those before them wrote, and a schema is changed on every replica or the change fails. */
export const CLUSTER_COMMANDS: ClickHouseSettings = {
  ...CLUSTER_WRITES,
  ...CLUSTER_READS,
  distributed_ddl_task_timeout: String(SCHEMA_PATIENCE_S),
  distributed_ddl_output_mode: 'throw',
};
