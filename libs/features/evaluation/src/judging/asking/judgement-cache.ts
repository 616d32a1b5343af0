import { Injectable } from '@nestjs/common';
import { askDatabase } from '@millrace/access';
import { Gathering } from '@millrace/service-kit';
import { DataSource, In, MoreThan, type EntityManager } from 'typeorm';
import { Judgement } from '../judgement.entity.ts';
import type { GivenAnswer } from './given-answer.ts';

const KEPT_MS = 30 * 86_400_000;
const JUDGEMENTS_AT_ONCE = 50;

/** A judgement that was made before. */
export interface KnownJudgement {
  readonly answer: GivenAnswer;
  /** It was paid for. */
  readonly verdictId: string | undefined;
  readonly traceId: string | undefined;
}

interface NewJudgement extends KnownJudgement {
  readonly id: string;
  readonly workspaceId: string;
}

const KEEP = `
  INSERT INTO judgements (id, workspace_id, verdict_id, trace_id, answer, expires_at)
  SELECT given.*, $6::bigint FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS given
  ON CONFLICT (id) DO UPDATE SET verdict_id = EXCLUDED.verdict_id, trace_id = EXCLUDED.trace_id,
    answer = EXCLUDED.answer, expires_at = EXCLUDED.expires_at
  WHERE judgements.expires_at <= $7`;

/** What models answered judges, so that the same question is paid once. Throws Unavailable while PostgreSQL is down. */
@Injectable()
export class JudgementCache {
  private readonly reads: Gathering<string, KnownJudgement | undefined>;
  private readonly writes: Gathering<NewJudgement, void>;

  constructor(dataSource: DataSource) {
    const most = { most: JUDGEMENTS_AT_ONCE };
    this.reads = new Gathering((ids) => askDatabase(dataSource, (manager) => readAll(manager, ids)), most);
    this.writes = new Gathering(async (judgements) => {
      await askDatabase(dataSource, (manager) => keepAll(manager, judgements));
      return judgements.map(() => undefined);
    }, most);
  }

  find(id: string): Promise<KnownJudgement | undefined> {
    return this.reads.do(id);
  }

  /** The first to keep an answer wins; one that expired gives way. */
  keep(id: string, workspaceId: string, known: KnownJudgement): Promise<void> {
    return this.writes.do({ ...known, id, workspaceId });
  }
}

async function readAll(
  manager: EntityManager,
  ids: readonly string[],
): Promise<(KnownJudgement | undefined)[]> {
  const where = { id: In([...new Set(ids)]), expiresAt: MoreThan(Date.now()) };
  const rows = await manager.findBy(Judgement, where);
  const byId = new Map(rows.map((row) => [row.id, toKnown(row)]));
  return ids.map((id) => byId.get(id));
}

function toKnown({ answer, verdictId, traceId }: Judgement): KnownJudgement {
  return {
    // Written by this class alone.
    answer: JSON.parse(answer) as GivenAnswer,
    verdictId: verdictId ?? undefined,
    traceId: traceId ?? undefined,
  };
}

async function keepAll(manager: EntityManager, judgements: readonly NewJudgement[]): Promise<void> {
  const now = Date.now();
  const first = [...new Map(judgements.toReversed().map((judgement) => [judgement.id, judgement])).values()];
  await manager.query(KEEP, [
    first.map(({ id }) => id),
    first.map(({ workspaceId }) => workspaceId),
    first.map(({ verdictId }) => verdictId ?? null),
    first.map(({ traceId }) => traceId ?? null),
    first.map(({ answer }) => JSON.stringify(answer)),
    now + KEPT_MS,
    now,
  ]);
}
