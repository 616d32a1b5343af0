import { fairShares, TokenBucket } from '@millrace/access';
import { Arrivals } from './arrivals.ts';

/** From this lag on, who sends more than a fair share is slowed; the writer's own lingering is well below it. */
const BEHIND_MS = 3_000;
/** No progress for this long is an outage: what is acknowledged meanwhile is what the log is for. */
const STUCK_MS = 10_000;
/** Who sent something within this time is company. */
const COMPANY_MS = 600_000;
/** Of what is stored a second, this is let in: what waits becomes less. */
const CATCHING_UP = 0.8;
const RISE = 1.25;
/** What is let in falls no faster in a second: what a writer can store shows only once it has much to store. */
const STEEPEST_FALL = 0.7;
/** What can be stored a second is remembered for about so long: part of it that is left after a second. */
const REMEMBERED = 0.97;
/** Shares change every second, so nobody is sent away for longer. */
const LONGEST_WAIT_MS = 3_000;
/** How much the newest second counts in what is stored a second: the writer stores in batches. */
const NEWEST = 0.3;
const LOWEST_BYTES_PER_SECOND = 256 * 1024;
/** Nobody who sends now and then is refused for a writer that is slow. */
const LEAST_BURST_BYTES = 8 * 1024 * 1024;
const BURST_SECONDS = 1;
/** What one asks for that was refused something. */
const HUNGRY = 1e15;

interface Sender {
  bytes: number;
  isRefused: boolean;
  sentAt: number;
  bucket: TokenBucket | undefined;
}

/** What is known of the log when the shares are weighed anew. */
export interface Backlog {
  readonly lagMs: number;
  /** Everything acknowledged up to here is stored, milliseconds since the epoch. */
  readonly completeTo: number;
}

/**
 * Keeps the log's queue short while the writer is behind: less is let in than is stored, and that is shared max-min fairly, so that only
 * those are slowed who send more than their share. Whoever is alone is not slowed, for they delay nobody but themselves.
 */
export class BacklogShares {
  private readonly senders = new Map<string, Sender>();
  /** Bytes a second for all; undefined: no bound. */
  private level: number | undefined;
  private weighedAt: number;
  private completeTo: number;
  private movedAt: number;
  private readonly arrivals: Arrivals;
  private stored = 0;
  private recentPerSecond = 0;
  private storedPerSecond = 0;

  constructor(private readonly now: () => number) {
    this.weighedAt = this.movedAt = this.completeTo = now();
    this.arrivals = new Arrivals(this.weighedAt);
  }

  /** Whether the writer is behind, and somebody is slowed for it. */
  get isSlowing(): boolean {
    return this.level !== undefined;
  }

  /** How long a sender has to wait, in milliseconds; 0: not at all. */
  waitMs(workspaceId: string): number {
    const sender = this.senders.get(workspaceId);
    const waitMs = sender?.bucket?.waitMs ?? 0;
    if (sender && waitMs > 0) sender.isRefused = true;
    return Math.min(LONGEST_WAIT_MS, waitMs);
  }

  note(workspaceId: string, bytes: number): void {
    const sender = this.senders.get(workspaceId) ?? {
      bytes: 0,
      isRefused: false,
      sentAt: 0,
      bucket: undefined,
    };
    this.arrivals.add(bytes);
    sender.bytes += bytes;
    sender.sentAt = this.now();
    sender.bucket?.take(bytes);
    this.senders.set(workspaceId, sender);
  }

  /** Weighs the shares anew; to be called about once a second while anything is sent. */
  weigh({ lagMs, completeTo }: Backlog): void {
    const now = this.now();
    const seconds = Math.max(0.1, (now - this.weighedAt) / 1000);
    this.weighedAt = now;
    this.arrivals.mark(now);
    this.follow(completeTo, seconds);
    for (const [workspaceId, { sentAt }] of this.senders)
      if (now - sentAt > COMPANY_MS) this.senders.delete(workspaceId);
    const sent = [...this.senders.values()].reduce((sum, { bytes }) => sum + bytes, 0) / seconds;
    this.level = this.nextLevel(lagMs, sent, seconds);
    this.share(seconds);
  }

  /** How far the writer has come says how much it stores, however much came. */
  private follow(completeTo: number, seconds: number): void {
    if (completeTo > this.completeTo) this.movedAt = this.now();
    this.completeTo = completeTo;
    const stored = Math.max(this.stored, this.arrivals.by(completeTo));
    const perSecond = (stored - this.stored) / seconds;
    this.stored = stored;
    const recent = this.recentPerSecond + NEWEST * (perSecond - this.recentPerSecond);
    this.recentPerSecond = recent;
    this.storedPerSecond = Math.max(recent, this.storedPerSecond * REMEMBERED ** seconds);
  }

  private nextLevel(lagMs: number, sent: number, seconds: number): number | undefined {
    const isStuck = this.now() - this.movedAt > STUCK_MS;
    if (this.senders.size < 2 || isStuck) return undefined;
    if (lagMs >= BEHIND_MS) {
      const steepest = (this.level ?? sent) * STEEPEST_FALL ** seconds;
      return Math.max(LOWEST_BYTES_PER_SECOND, steepest, this.storedPerSecond * CATCHING_UP);
    }
    if (this.level === undefined) return undefined;
    if (lagMs >= BEHIND_MS / 2) return Math.max(this.level, this.storedPerSecond);
    return this.level > 2 * sent ? undefined : this.level * RISE;
  }

  private share(seconds: number): void {
    const senders = [...this.senders.values()];
    const demands = senders.map(({ bytes, isRefused }) => (isRefused ? HUNGRY : bytes / seconds));
    const { level } = this;
    const shares = level === undefined ? [] : fairShares(level, demands);
    // Who is below the share may grow up to it at once.
    const fair = Math.max(0, ...shares);
    for (const sender of senders) {
      if (level === undefined) sender.bucket = undefined;
      else if (sender.bucket) sender.bucket.setRate(fair);
      else sender.bucket = new TokenBucket(fair, this.now, BURST_SECONDS, LEAST_BURST_BYTES);
      sender.bytes = 0;
      sender.isRefused = false;
    }
  }
}
