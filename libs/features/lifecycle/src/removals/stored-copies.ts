import type { EntityManager } from 'typeorm';
import type { Person } from '@millrace/ports';
import { traceFolder } from '@millrace/trace-access';
import type { StoreCounts } from './removal.ts';

/** Something in PostgreSQL that came out of traces: $1 their workspace, $2 their ids. */
interface Copy {
  readonly store: string;
  readonly count: string;
  readonly remove: string;
}

const JUDGED = `workspace_id = $1 AND (trace_id = ANY($2)
  OR verdict_id IN (SELECT id FROM verdicts WHERE workspace_id = $1 AND trace_id = ANY($2)))`;
const WORDS = `FROM evaluation_items item, evaluations evaluation
  WHERE item.id = result.item_id AND evaluation.id = item.evaluation_id AND evaluation.workspace_id = $1
    AND item.trace_id = ANY($2) AND (result.rationale IS NOT NULL OR result.reason IS NOT NULL)`;
const OF_QUEUE = 'SELECT id FROM review_queues WHERE workspace_id = $1';

function rows(table: string, condition: string, store = table): Copy {
  return {
    store,
    count: `SELECT count(*)::text AS n FROM ${table} WHERE ${condition}`,
    remove: `DELETE FROM ${table} WHERE ${condition}`,
  };
}

/** Goes with a trace whatever it is removed for. In this order: answers of judges are found by their verdicts. */
const COPIES: readonly Copy[] = [
  rows('judgements', JUDGED),
  rows('verdicts', 'workspace_id = $1 AND trace_id = ANY($2)'),
  {
    // Scores stay: they are figures of the team's evaluation and name nobody.
    store: 'rationales of evaluation_results',
    count: `SELECT count(*)::text AS n FROM evaluation_results result WHERE EXISTS (SELECT 1 ${WORDS})`,
    remove: `UPDATE evaluation_results result SET rationale = NULL, reason = NULL ${WORDS}`,
  },
  rows('review_items', `queue_id IN (${OF_QUEUE}) AND trace_id = ANY($2)`),
  rows('scorer_invocations', 'workspace_id = $1 AND trace_ids && $2::text[]'),
];

/** Records that were made of traces are the team's own data, unless a person asks for erasure. */
const RECORDS = rows(
  'evaluation_dataset_records',
  `dataset_id IN (SELECT id FROM evaluation_datasets WHERE workspace_id = $1)
    AND source_type = 'TRACE' AND source_id = ANY($2::text[] || $3::text[])`,
);
const COUNT_RECORDS = `
  UPDATE evaluation_datasets dataset SET record_count =
    (SELECT count(*) FROM evaluation_dataset_records record WHERE record.dataset_id = dataset.id)
  WHERE workspace_id = $1 AND record_count <>
    (SELECT count(*) FROM evaluation_dataset_records record WHERE record.dataset_id = dataset.id)`;

const ITEMS_WITH_NAME = `evaluation_id IN (SELECT id FROM evaluations WHERE workspace_id = $1)
  AND session_id NOT LIKE 'erased-%' AND (trace_id = ANY($2) OR kind = 'session' AND EXISTS (
    SELECT 1 FROM evaluation_items part WHERE part.evaluation_id = item.evaluation_id AND part.kind = 'trace'
      AND part.session_id = item.session_id
    HAVING bool_and(part.trace_id = ANY($2))))`;
/** The name of a session may be that of a person: it goes with the traces, and from the item of the session with the last of them. */
const ITEMS: Copy = {
  store: 'evaluation_items with the name of a session',
  count: `SELECT count(*)::text AS n FROM evaluation_items item WHERE ${ITEMS_WITH_NAME}`,
  remove: `UPDATE evaluation_items item SET session_id = 'erased-' || id,
      subject = CASE WHEN kind = 'session' THEN 'erased-' || id ELSE subject END
    WHERE ${ITEMS_WITH_NAME}`,
};

/** What is of a session rather than of one trace of it: $1 the workspace, $2 the session, $3 experiments. */
const OF_EVALUATIONS = `evaluation_id IN (SELECT id FROM evaluations WHERE workspace_id = $1
  AND ($3::integer[] IS NULL OR experiment_id = ANY($3)))`;
const SESSION_COPIES: readonly Copy[] = [
  rows(
    'verdicts',
    'workspace_id = $1 AND session_id = $2 AND ($3::integer[] IS NULL OR experiment_id = ANY($3))',
    'verdicts of the session',
  ),
  {
    store: 'evaluation_items of the session',
    count: `SELECT count(*)::text AS n FROM evaluation_items WHERE ${OF_EVALUATIONS} AND (session_id = $2 OR (kind = 'session' AND subject = $2))`,
    // The row stays, for it counts: without the name.
    remove: `UPDATE evaluation_items SET session_id = CASE WHEN session_id IS NULL THEN NULL ELSE 'erased-' || id END,
        subject = CASE WHEN kind = 'session' THEN 'erased-' || id ELSE subject END
      WHERE ${OF_EVALUATIONS} AND (session_id = $2 OR (kind = 'session' AND subject = $2))`,
  },
];

/** `0` follows `/` in byte order. */
const COUNT_FILES = `
  SELECT count(*)::text AS n FROM artifacts artifact, unnest($2::text[]) AS folder (path)
  WHERE artifact.workspace_id = $1 AND artifact.path >= folder.path || '/' AND artifact.path < folder.path || '0'`;

/** A trace, and every experiment that may have files of it. */
export interface PlacedTrace {
  readonly traceId: string;
  readonly experimentIds: readonly number[];
}

export interface CopiesOf {
  readonly workspaceId: string;
  readonly traceIds: readonly string[];
  /** Whether a person asked for it. */
  readonly isErasure: boolean;
}

/** Of the BlobStore: what was too large of each trace. */
export function blobFolders(workspaceId: string, traces: readonly PlacedTrace[]): string[] {
  return traces.flatMap(({ traceId, experimentIds }) =>
    experimentIds.map((experimentId) => `${workspaceId}/${experimentId}/${traceId}/`),
  );
}

export async function countCopies(manager: EntityManager, of: CopiesOf): Promise<StoreCounts> {
  const counts: Record<string, number> = {};
  for (const copy of COPIES) counts[copy.store] = await countOf(manager, copy, [of.workspaceId, of.traceIds]);
  if (!of.isErasure) return counts;
  counts[RECORDS.store] = await countOf(manager, RECORDS, recordParams(of));
  counts[ITEMS.store] = await countOf(manager, ITEMS, [of.workspaceId, of.traceIds]);
  return counts;
}

export async function countFiles(
  manager: EntityManager,
  workspaceId: string,
  traces: readonly PlacedTrace[],
): Promise<number> {
  const folders = traces.flatMap(({ traceId, experimentIds }) =>
    experimentIds.map((experimentId) => traceFolder({ experimentId, traceId })),
  );
  const [row] = await manager.query<{ readonly n: string }[]>(COUNT_FILES, [workspaceId, folders]);
  return Number(row?.n ?? 0);
}

export async function removeCopies(manager: EntityManager, of: CopiesOf): Promise<void> {
  for (const copy of COPIES) await manager.query(copy.remove, [of.workspaceId, of.traceIds]);
  if (!of.isErasure) return;
  await manager.query(RECORDS.remove, recordParams(of));
  await manager.query(ITEMS.remove, [of.workspaceId, of.traceIds]);
  await manager.query(COUNT_RECORDS, [of.workspaceId]);
}

export async function countSessionCopies(manager: EntityManager, person: Person): Promise<StoreCounts> {
  const counts: Record<string, number> = {};
  if (person.sessionId === undefined) return counts;
  for (const copy of SESSION_COPIES) counts[copy.store] = await countOf(manager, copy, sessionParams(person));
  return counts;
}

export async function removeSessionCopies(manager: EntityManager, person: Person): Promise<void> {
  if (person.sessionId === undefined) return;
  for (const copy of SESSION_COPIES) await manager.query(copy.remove, sessionParams(person));
}

async function countOf(manager: EntityManager, copy: Copy, params: readonly unknown[]): Promise<number> {
  const [row] = await manager.query<{ readonly n: string }[]>(copy.count, [...params]);
  return Number(row?.n ?? 0);
}

/** Sources are spelled with and without `tr-`. */
function recordParams({ workspaceId, traceIds }: CopiesOf): readonly unknown[] {
  return [workspaceId, traceIds, traceIds.map((id) => `tr-${id}`)];
}

function sessionParams({ workspaceId, sessionId, experimentIds }: Person): readonly unknown[] {
  return [workspaceId, sessionId, experimentIds ?? null];
}
