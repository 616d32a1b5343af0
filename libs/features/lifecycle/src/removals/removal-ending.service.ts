import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { JobPostponed, TraceRemoval } from '@millrace/ports';
import { findExportedCopies } from '../exports/exported-copies.ts';
import { heldCount, type Removal, type StoreCounts } from './removal.ts';
import { writeProof, type RemovalProof } from './removal-proof.ts';
import { addCounts, personOf, RemovalStores } from './removal-stores.ts';
import { countSessionCopies, removeSessionCopies, type PlacedTrace } from './stored-copies.ts';

const PAGE = 1_000;
const MOST_ARRIVED = 1_000;
/** Rows that are left are removed again: so often, then it is said that they are left. */
const MOST_PASSES = 8;
const AGAIN_MS = 1_000;
const LEDGER = `
  SELECT trace_id AS "traceId", experiment_ids AS "experimentIds" FROM removal_traces
  WHERE removal_id = $1 AND trace_id > $2 ORDER BY trace_id LIMIT ${PAGE}`;

/** Ends removals: makes them physical, looks again in every store, and writes down what was found. */
@Injectable()
export class RemovalEnding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly traces: TraceRemoval,
    private readonly stores: RemovalStores,
  ) {}

  /** Throws JobPostponed when rows are left that are to be removed again. */
  async end(removal: Removal): Promise<void> {
    if (removal.traceCount > 0) await this.traces.purge();
    const proof = removal.kind === 'erasure' ? await this.prove(removal) : undefined;
    const left = proof === undefined ? 0 : proof.rows_left;
    if (left > 0 && removal.passes < MOST_PASSES) await this.again(removal);
    const failure =
      left > 0 ? `${left} rows are still there: see the proof, and ask for the erasure again.` : null;
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `UPDATE removals SET state = $2, failure = $3, proof = $4, end_time = $5
         WHERE id = $1 AND state IN ('waiting', 'running')`,
        [removal.id, left > 0 ? 'failed' : 'done', failure, proof ?? null, Date.now()],
      ),
    );
  }

  private async prove(removal: Removal): Promise<RemovalProof> {
    const person = personOf(removal);
    const isWhole = Object.keys(removal.held).length === 0;
    const ofSession = await askDatabase(this.dataSource, async (manager) => {
      const found = await countSessionCopies(manager, person);
      if (isWhole) await removeSessionCopies(manager, person);
      return { found, left: await countSessionCopies(manager, person) };
    });
    const { left, digest } = await this.lookAgain(removal);
    const named = await this.traces.findOf(person, { limit: MOST_ARRIVED });
    const exportedFiles = await askDatabase(this.dataSource, (manager) =>
      findExportedCopies(manager, removal),
    );
    return writeProof(removal, {
      digest,
      found: addCounts(removal.found, ofSession.found),
      left: addCounts(left, isWhole ? ofSession.left : {}),
      exportedFiles,
      arrivedSince: Math.max(0, named.length - heldCount(removal)),
      endTime: Date.now(),
    });
  }

  /** The stores as they are, and SHA-256 over the ids in their order, a line each. */
  private async lookAgain(
    removal: Removal,
  ): Promise<{ readonly left: StoreCounts; readonly digest: string }> {
    const hash = createHash('sha256');
    let left: StoreCounts = {};
    let after = '';
    for (let size = PAGE; size === PAGE;) {
      const page = await askDatabase(this.dataSource, (manager) =>
        manager.query<PlacedTrace[]>(LEDGER, [removal.id, after]),
      );
      for (const { traceId } of page) hash.update(`${traceId}\n`);
      left = addCounts(left, await this.stores.count(removal, page));
      after = page.at(-1)?.traceId ?? after;
      size = page.length;
    }
    return { left, digest: hash.digest('hex') };
  }

  private async again({ id }: Removal): Promise<never> {
    await askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (transaction) => {
        await transaction.query('UPDATE removal_traces SET is_removed = false WHERE removal_id = $1', [id]);
        await transaction.query('UPDATE removals SET passes = passes + 1 WHERE id = $1', [id]);
      }),
    );
    throw new JobPostponed(AGAIN_MS);
  }
}
