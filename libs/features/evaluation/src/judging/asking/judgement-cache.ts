import { Injectable } from '@nestjs/common';
import { askDatabase } from '@millrace/access';
import { DataSource, MoreThan } from 'typeorm';
import { Judgement } from '../judgement.entity.ts';
import type { GivenAnswer } from './given-answer.ts';

const KEPT_MS = 30 * 86_400_000;

/** A judgement that was made before. */
export interface KnownJudgement {
  readonly answer: GivenAnswer;
  /** It was paid for. */
  readonly verdictId: string | undefined;
  readonly traceId: string | undefined;
}

/** What models answered judges, so that the same question is paid once. Throws Unavailable while PostgreSQL is down. */
@Injectable()
export class JudgementCache {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: string): Promise<KnownJudgement | undefined> {
    const row = await askDatabase(this.dataSource, (manager) =>
      manager.findOneBy(Judgement, { id, expiresAt: MoreThan(Date.now()) }),
    );
    if (!row) return undefined;
    return {
      // Written by this class alone.
      answer: JSON.parse(row.answer) as GivenAnswer,
      verdictId: row.verdictId ?? undefined,
      traceId: row.traceId ?? undefined,
    };
  }

  /** The first to keep an answer wins; one that expired gives way. */
  async keep(id: string, workspaceId: string, known: KnownJudgement): Promise<void> {
    const { answer, verdictId, traceId } = known;
    const now = Date.now();
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `INSERT INTO judgements (id, workspace_id, verdict_id, trace_id, answer, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE
         SET verdict_id = $3, trace_id = $4, answer = $5, expires_at = $6 WHERE judgements.expires_at <= $7`,
        [id, workspaceId, verdictId ?? null, traceId ?? null, JSON.stringify(answer), now + KEPT_MS, now],
      ),
    );
  }
}
