import { fairShares } from './fair-shares.ts';
import { RATE_KINDS, type LimitKind, type Limits, type RateKind } from './limit-kinds.ts';
import { TokenBucket } from './token-bucket.ts';

/** Demand of a process that was refused something: as much as it can get. */
const HUNGRY = 1e15;

export interface SpansAndBytes {
  readonly spans: number;
  readonly bytes: number;
}

/** What was sent in the current day and month, in UTC. */
export interface StoredUse {
  /** `2026-11-22`. */
  readonly today: string;
  readonly day: SpansAndBytes;
  readonly month: SpansAndBytes;
}

/** What one process asks of a rate that several share. */
export type Demands = Readonly<Partial<Record<RateKind, readonly number[]>>>;

/** What PostgreSQL told of a workspace or key. */
export interface Knowledge {
  readonly limits: Limits;
  readonly stored: StoredUse;
  /** Of the other processes. */
  readonly demands: Demands;
}

/** A limit that is reached. */
export interface ReachedLimit {
  readonly kind: LimitKind;
  readonly limit: number;
  readonly retryAfterMs: number;
}

/** What this process lets a workspace or key use, and what it used of it. */
export class SubjectUse {
  private knowledge: Knowledge | undefined;
  private readonly buckets = new Map<RateKind, TokenBucket>();
  /** Of this process since the last exchange. */
  private taken = new Map<RateKind, number>();
  private readonly refused = new Set<RateKind>();
  private pending: SpansAndBytes = { spans: 0, bytes: 0 };
  private takenSince: number;
  usedAt: number;

  constructor(private readonly now: () => number) {
    this.takenSince = this.usedAt = now();
  }

  get isKnown(): boolean {
    return this.knowledge !== undefined;
  }

  limit(kind: LimitKind): number | undefined {
    return this.knowledge?.limits[kind] ?? undefined;
  }

  /** Whether anything of these is used up. */
  reached(rates: readonly RateKind[], withQuotas: boolean): ReachedLimit | undefined {
    this.usedAt = this.now();
    for (const kind of rates) {
      const waitMs = this.buckets.get(kind)?.waitMs ?? 0;
      if (waitMs === 0) continue;
      this.refused.add(kind);
      return { kind, limit: this.limit(kind) ?? 0, retryAfterMs: waitMs };
    }
    return withQuotas ? this.reachedQuota() : undefined;
  }

  take(kind: RateKind, amount: number): void {
    this.taken.set(kind, (this.taken.get(kind) ?? 0) + amount);
    this.buckets.get(kind)?.take(amount);
  }

  /** For day and month, once it is in the log. */
  count({ spans, bytes }: SpansAndBytes): void {
    this.pending = { spans: this.pending.spans + spans, bytes: this.pending.bytes + bytes };
  }

  /** What is to be added in PostgreSQL; forgotten here. */
  collect(): SpansAndBytes {
    const { pending } = this;
    this.pending = { spans: 0, bytes: 0 };
    return pending;
  }

  /** What this process asks of each limited rate, a second; begins anew. */
  collectDemands(): Map<RateKind, number> {
    const seconds = Math.max(0.1, (this.now() - this.takenSince) / 1000);
    const demands = new Map<RateKind, number>();
    for (const kind of RATE_KINDS) {
      const isRefused = this.refused.has(kind);
      const perSecond = isRefused ? HUNGRY : (this.taken.get(kind) ?? 0) / seconds;
      if (this.limit(kind) !== undefined && perSecond > 0) demands.set(kind, perSecond);
    }
    this.taken = new Map();
    this.refused.clear();
    this.takenSince = this.now();
    return demands;
  }

  /** @param own what this process asked for in its last exchange. */
  learn(knowledge: Knowledge, own: ReadonlyMap<RateKind, number>): void {
    this.knowledge = knowledge;
    for (const kind of RATE_KINDS) {
      const limit = knowledge.limits[kind] ?? undefined;
      if (limit === undefined) {
        this.buckets.delete(kind);
        continue;
      }
      const rate = shareOf(limit, own.get(kind) ?? 0, knowledge.demands[kind] ?? []);
      const bucket = this.buckets.get(kind);
      if (bucket) bucket.setRate(rate);
      else this.buckets.set(kind, new TokenBucket(rate, this.now));
    }
  }

  private reachedQuota(): ReachedLimit | undefined {
    if (!this.knowledge) return undefined;
    const now = this.now();
    const { day, month } = useAt(this.knowledge.stored, now);
    const sent = { day: plus(day, this.pending), month: plus(month, this.pending) };
    const quotas = [
      ['spans_per_month', sent.month.spans, untilNextMonth(now)],
      ['bytes_per_month', sent.month.bytes, untilNextMonth(now)],
      ['spans_per_day', sent.day.spans, untilNextDay(now)],
      ['bytes_per_day', sent.day.bytes, untilNextDay(now)],
    ] as const;
    for (const [kind, used, retryAfterMs] of quotas) {
      const limit = this.limit(kind);
      if (limit !== undefined && used >= limit) return { kind, limit, retryAfterMs };
    }
    return undefined;
  }
}

/** Of an equal part, what a process may take that asked for nothing lately: else its first request would wait for the next exchange. */
const LEAST_PART = 0.25;

/** A process gets its max-min fair share, and of what nobody asks for as much as any other. */
function shareOf(limit: number, own: number, others: readonly number[]): number {
  const least = (limit / (1 + others.length)) * LEAST_PART;
  const demands = [own, ...others].map((demand) => Math.max(least, demand));
  const shares = fairShares(limit, demands);
  const left = limit - shares.reduce((sum, share) => sum + share, 0);
  return (shares[0] ?? 0) + Math.max(0, left) / demands.length;
}

function plus(left: SpansAndBytes, right: SpansAndBytes): SpansAndBytes {
  return { spans: left.spans + right.spans, bytes: left.bytes + right.bytes };
}

/** What was stored may be of a day or month that is over. */
function useAt({ today, day, month }: StoredUse, now: number): Pick<StoredUse, 'day' | 'month'> {
  const none = { spans: 0, bytes: 0 };
  const date = dayOf(now);
  return {
    day: date === today ? day : none,
    month: date.slice(0, 7) === today.slice(0, 7) ? month : none,
  };
}

/** In UTC: `2026-11-22`. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

function untilNextDay(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1) - now;
}

function untilNextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - now;
}
