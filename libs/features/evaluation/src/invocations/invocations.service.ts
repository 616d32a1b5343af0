import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, In, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, findActiveExperiment } from '@millrace/access';
import { parseTraceId, Rejected, Unavailable, type TraceRow } from '@millrace/domain';
import { KeptJobs } from '@millrace/jobs';
import { JOBS, READ_BARRIER_MS, SpanLog } from '@millrace/ports';
import { loadScorer } from '@millrace/scorers';
import { TracesService } from '@millrace/trace-access';
import { pinScorers, type ScorerChoice } from '../evaluations/pin-scorers.ts';
import type { PinnedScorer } from '../judging/judged-scorer.ts';
import { Invocation } from './invocation.entity.ts';

/** A scorer and the traces it is to look at. */
export interface NewInvocation {
  readonly experimentId: string;
  readonly scorer: ScorerChoice;
  readonly traceIds: readonly string[];
  readonly publishes: boolean;
}

/** Traces of one invocation: each is one job. */
const BATCH = 25;
const MOST_TRACES = 1_000;
const WHEN_TAKEN = 'Someone else has just changed the invocation: read it back.';
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Scorers asked about named traces. Throws Rejected for what can't be, Unavailable. */
@Injectable()
export class InvocationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly traces: TracesService,
    private readonly jobs: KeptJobs,
    private readonly log: SpanLog,
  ) {}

  /** One invocation for a few traces each; for a scorer of sessions one for each session. */
  async create(workspaceId: string, given: NewInvocation): Promise<Invocation[]> {
    const rows = await this.findTraces(workspaceId, given);
    const made = await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const experiment = await findActiveExperiment(manager, workspaceId, given.experimentId);
      const [scorer] = await pinScorers(manager, experiment.id, [given.scorer]);
      if (!scorer) throw new Error('a scorer was pinned');
      const now = Date.now();
      const common = { workspaceId, experimentId: experiment.id, scorer, publishes: given.publishes };
      const invocations = batchesOf(rows, scorer).map((traceIds) =>
        manager.create(Invocation, {
          ...common,
          id: randomUUID(),
          traceIds: [...traceIds],
          state: 'waiting',
          creationTime: now,
          lastUpdateTime: now,
        }),
      );
      return manager.save(invocations);
    });
    await this.jobs.enqueue(
      made.map(({ id }) => ({
        kind: JOBS.invokeScorer,
        workspaceId,
        payload: { invocationId: id },
        key: id,
      })),
    );
    return made;
  }

  async get(workspaceId: string, id: string): Promise<Invocation> {
    return askDatabase(this.dataSource, (manager) => find(manager, workspaceId, id));
  }

  /** What is under way comes to its end, and changes nothing. One that has ended stays as it is. */
  async cancel(workspaceId: string, id: string): Promise<Invocation> {
    return changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const { state } = await find(manager, workspaceId, id);
      if (state === 'waiting' || state === 'running') {
        await manager.update(
          Invocation,
          { id, state: In(['waiting', 'running']) },
          { state: 'cancelled', lastUpdateTime: Date.now() },
        );
      }
      return find(manager, workspaceId, id);
    });
  }

  private async findTraces(
    workspaceId: string,
    { traceIds, experimentId }: NewInvocation,
  ): Promise<TraceRow[]> {
    const ids = [...new Set(traceIds)].map((text) => {
      const id = parseTraceId(text);
      if (id === undefined) throw new Rejected(`'${text}' is no trace id.`);
      return id;
    });
    if (ids.length === 0) throw new Rejected('Please select at least one trace to evaluate.');
    if (ids.length > MOST_TRACES) {
      throw new Rejected(
        `At most ${MOST_TRACES} traces are judged at once, not ${ids.length}: evaluate them.`,
      );
    }
    return this.readTraces(workspaceId, experimentId, ids);
  }

  /** With all that was acknowledged before: who asks may just have written them. */
  private async readTraces(
    workspaceId: string,
    experimentId: string,
    ids: readonly string[],
  ): Promise<TraceRow[]> {
    const { isComplete } = await this.log.barrier({ timeoutMs: READ_BARRIER_MS });
    const rows = await this.traces.find(workspaceId, ids);
    const known = new Set(
      rows.filter((row) => String(row.experimentId) === experimentId).map(({ traceId }) => traceId),
    );
    const missing = ids.filter((id) => !known.has(id)).map((id) => `tr-${id}`);
    if (missing.length === 0) return rows;
    const message = `Traces not found in experiment ${experimentId}: ${missing.join(', ')}`;
    if (isComplete) throw new Rejected(message, 'not-found');
    throw new Unavailable(`${message}. They may still be on their way: ask again.`);
  }
}

function batchesOf(rows: readonly TraceRow[], { definition, name }: PinnedScorer): string[][] {
  const ids = (of: readonly TraceRow[]): string[] => of.map(({ traceId }) => traceId);
  if (loadScorer(definition, name).level === 'trace') {
    return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
      ids(rows.slice(at * BATCH, (at + 1) * BATCH)),
    );
  }
  const bySession = Map.groupBy(
    rows.filter(({ sessionId }) => sessionId !== undefined),
    ({ sessionId }) => sessionId,
  );
  if (bySession.size > 0) return [...bySession.values()].map(ids);
  throw new Rejected(
    `The scorer '${name}' judges conversations: none of these traces belongs to a session (mlflow.trace.session).`,
  );
}

async function find(manager: EntityManager, workspaceId: string, id: string): Promise<Invocation> {
  const found = ID.test(id) ? await manager.findOneBy(Invocation, { id, workspaceId }) : null;
  if (found) return found;
  throw new Rejected(`Job with ID ${id} not found`, 'not-found');
}
