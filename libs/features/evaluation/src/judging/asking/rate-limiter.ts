import { Injectable } from '@nestjs/common';
import { askDatabase } from '@millrace/access';
import { Unavailable } from '@millrace/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { EvaluationOptions } from '../../evaluation.config.ts';

/** Tokens that this process took from a bucket and has not used. */
interface Share {
  left: number;
  /** When what is left is given up: kept longer it would come on top of what others may. */
  expiresAt: number;
  /** Those who ask stand in line. */
  line: Promise<unknown>;
}

interface Grant {
  readonly granted: number;
  readonly available: number;
}

const MS_PER_MINUTE = 60_000;
const SHARE_MS = 1_000;
const MOST_TAKEN = 20;
const LONGEST_WAIT_MS = 15_000;
/** A bucket holds what comes in so long. */
const BURST_MS = 6_000;

/**
 * How fast judges of a workspace may call a provider, over all processes: a token bucket in PostgreSQL, from which each process
 * takes several tokens at once.
 */
@Injectable()
export class JudgeRateLimiter {
  private readonly perMs: number;
  private readonly size: number;
  private readonly shares = new Map<string, Share>();

  constructor(
    private readonly dataSource: DataSource,
    { config }: EvaluationOptions,
  ) {
    this.perMs = config.judging.callsPerMinute / MS_PER_MINUTE;
    this.size = Math.max(1, this.perMs * BURST_MS);
  }

  /** Resolves when a call may be made. Throws Unavailable when that would take too long, or while PostgreSQL is down. */
  async admit(workspaceId: string, provider: string, stop: AbortSignal): Promise<void> {
    const share = this.shareOf(JSON.stringify([workspaceId, provider]));
    const turn = share.line.then(() => this.take(share, workspaceId, provider, stop));
    share.line = turn.catch(() => undefined);
    await turn;
  }

  private shareOf(key: string): Share {
    const share = this.shares.get(key) ?? { left: 0, expiresAt: 0, line: Promise.resolve() };
    this.shares.set(key, share);
    return share;
  }

  private async take(share: Share, workspaceId: string, provider: string, stop: AbortSignal): Promise<void> {
    const patience = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      stop.throwIfAborted();
      if (share.left >= 1 && Date.now() < share.expiresAt) {
        share.left -= 1;
        return;
      }
      const asked = Math.max(1, Math.min(MOST_TAKEN, Math.floor(this.perMs * SHARE_MS)));
      const { granted, available } = await this.askBucket(workspaceId, provider, asked);
      share.left = granted;
      share.expiresAt = Date.now() + SHARE_MS;
      if (granted >= 1) continue;
      const waitMs = Math.ceil((1 - available) / this.perMs);
      if (Date.now() + waitMs > patience) throw this.tooFast(workspaceId, provider, waitMs);
      await sleep(waitMs, undefined, { signal: stop });
    }
  }

  private tooFast(workspaceId: string, provider: string, waitMs: number): Unavailable {
    const perMinute = Math.round(this.perMs * MS_PER_MINUTE);
    return new Unavailable(
      `Judges of workspace '${workspaceId}' may call ${provider} ${perMinute} times a minute, and more are waiting; ` +
        'MILLRACE_JUDGE_CALLS_PER_MINUTE raises it.',
      Math.max(waitMs, LONGEST_WAIT_MS),
    );
  }

  private async askBucket(workspaceId: string, provider: string, asked: number): Promise<Grant> {
    const grant = await this.takeTokens(workspaceId, provider, asked);
    if (grant) return grant;
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `INSERT INTO judge_rate_buckets (workspace_id, provider, tokens, refilled_at)
         VALUES ($1, $2, $3, clock_timestamp()) ON CONFLICT DO NOTHING`,
        [workspaceId, provider, this.size],
      ),
    );
    return (await this.takeTokens(workspaceId, provider, asked)) ?? { granted: 0, available: 0 };
  }

  /** Undefined where there is no bucket yet. */
  private async takeTokens(workspaceId: string, provider: string, asked: number): Promise<Grant | undefined> {
    const { size, perMs } = this;
    const [rows] = await askDatabase(this.dataSource, (manager) =>
      manager.query<[Grant[], number]>(
        `UPDATE judge_rate_buckets bucket
         SET tokens = before.available - least($5, floor(before.available)), refilled_at = before.now
         FROM (
           SELECT workspace_id, provider, now,
                  least($3, tokens + greatest(0, extract(epoch FROM now - refilled_at) * 1000 * $4)) AS available
           FROM (SELECT *, clock_timestamp() AS now FROM judge_rate_buckets
                 WHERE workspace_id = $1 AND provider = $2 FOR UPDATE) locked
         ) before
         WHERE bucket.workspace_id = before.workspace_id AND bucket.provider = before.provider
         RETURNING least($5, floor(before.available))::float8 AS granted, before.available::float8 AS available`,
        [workspaceId, provider, size, perMs, asked],
      ),
    );
    return rows[0];
  }
}
