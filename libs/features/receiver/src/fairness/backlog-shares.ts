import { fairShares } from '@millrace/access';
import { Arrivals } from './arrivals.ts';

/** Of what waits in the log no more than is stored within this time, so that what comes now can be read about as soon. */
const QUEUE_SECONDS = 1;
/** Before it is known how much is stored a second, and where that is little. */
const LEAST_QUEUE_BYTES = 8 * 1024 * 1024;
/** A queue that grew while nobody was slowed becomes shorter by this part of what is stored: the rest is let in meanwhile. */
const CATCHING_UP = 0.5;
/** Less is no progress: what is asked of the log takes now longer, now shorter. */
const PROGRESS_MS = 500;
/** No progress for this long is an outage: what is acknowledged meanwhile is what the log is for. */
const STUCK_MS = 10_000;
/** Who sent something within this time is company. */
const COMPANY_MS = 600_000;
/** What can be stored a second is remembered for about so long: part of it that is left after a second. */
const REMEMBERED = 0.97;
/** How much of what was known of a second's storing is left after another second: the writer stores in batches. */
const SMOOTHED = 0.7;
/** How much the newest request counts in what is expected of the next. */
const NEWEST = 0.2;

/**
 * Keeps the log's queue short, and shares it max-min fairly: while it is full, only those wait who have more in it than their share. Whoever
 * is alone does not wait, for they delay nobody but themselves.
 */
export class BacklogShares {
  private readonly senders = new Map<string, Sender>();
  private readonly all: Arrivals;
  private queued = 0;
  /** Bytes that may be in the queue; Infinity: no bound. */
  private allowed = Infinity;
  /** What one may have in the queue while it is full. */
  private share = Infinity;
  private storedBytes = 0;
  private recentPerSecond = 0;
  private storedPerSecond = 0;
  private readonly beganAt: number;
  private weighedAt: number;
  private movedTo: number;
  private movedAt: number;

  /** @param now in milliseconds, of a clock that nobody sets. */
  constructor(private readonly now: () => number) {
    this.beganAt = this.weighedAt = this.movedAt = this.movedTo = now();
    this.all = new Arrivals(this.weighedAt);
  }

  /** Whether somebody has to wait. */
  get isSlowing(): boolean {
    return this.queued > this.allowed;
  }

  /** Whether a request of a sender may come in now. */
  admits(workspaceId: string): boolean {
    return this.queued <= this.allowed || (this.senders.get(workspaceId)?.queued ?? 0) <= this.share;
  }

  /** How long the queue takes to become as short as it may be, in milliseconds. */
  get tooLongMs(): number {
    return (1000 * Math.max(0, this.queued - this.allowed)) / Math.max(1, this.storedPerSecond);
  }

  /** A request comes in: it counts as large as those before it until it is noted, and until it has left. */
  enter(workspaceId: string): () => void {
    const sender = this.senderOf(workspaceId);
    this.queued += sender.expectedBytes;
    return sender.enter();
  }

  /** What came goes into the log. */
  note(workspaceId: string, bytes: number): void {
    this.senderOf(workspaceId).note(bytes, this.now());
    this.all.add(bytes);
  }

  /** Weighs the shares anew, by how far the writer is behind; to be called several times a second while anything is sent. */
  weigh(lagMs: number): void {
    const now = this.now();
    // What came before this process did is not known here.
    const completeTo = Math.max(this.beganAt, now - lagMs);
    const seconds = Math.max(0.01, (now - this.weighedAt) / 1000);
    this.weighedAt = now;
    this.follow(completeTo, now, seconds);
    for (const [workspaceId, sender] of this.senders) {
      sender.weigh(now, completeTo);
      if (now - sender.sentAt > COMPANY_MS && sender.queued === 0) this.senders.delete(workspaceId);
    }
    this.queued = [...this.senders.values()].reduce((sum, { queued }) => sum + queued, 0);
    this.bound(now, seconds);
    this.divide((now - completeTo) / 1000);
  }

  private divide(lagSeconds: number): void {
    const queues = [...this.senders.values()].map(({ queued }) => queued);
    // What somebody sends who could send so all the time gathers in a long queue too.
    const steady = this.storedPerSecond * lagSeconds;
    const equal = Math.max(this.allowed, steady) / Math.max(1, queues.length);
    this.share = Math.max(equal, ...fairShares(this.allowed, queues));
  }

  private senderOf(workspaceId: string): Sender {
    const known = this.senders.get(workspaceId);
    if (known) return known;
    const sender = new Sender(this.weighedAt);
    this.senders.set(workspaceId, sender);
    return sender;
  }

  private bound(now: number, seconds: number): void {
    const wanted = Math.max(LEAST_QUEUE_BYTES, this.storedPerSecond * QUEUE_SECONDS);
    const isStuck = now - this.movedAt > STUCK_MS;
    if (this.senders.size < 2 || isStuck) this.allowed = Infinity;
    else {
      const before = Math.min(this.allowed, this.queued);
      this.allowed = Math.max(wanted, before - CATCHING_UP * this.storedPerSecond * seconds);
    }
  }

  /** How far the writer has come says how much it stores, however much came. */
  private follow(completeTo: number, now: number, seconds: number): void {
    if (completeTo - this.movedTo > PROGRESS_MS) {
      this.movedAt = now;
      this.movedTo = completeTo;
    }
    this.all.mark(now);
    const stored = Math.max(this.storedBytes, this.all.by(completeTo));
    const perSecond = (stored - this.storedBytes) / seconds;
    this.storedBytes = stored;
    const kept = SMOOTHED ** seconds;
    this.recentPerSecond = kept * this.recentPerSecond + (1 - kept) * perSecond;
    this.storedPerSecond = Math.max(this.recentPerSecond, this.storedPerSecond * REMEMBERED ** seconds);
  }
}

/** One workspace, as far as it is known here. */
class Sender {
  /** In the log and not stored, and on the way there. */
  queued = 0;
  /** How large its next request probably is. */
  expectedBytes = 0;
  sentAt: number;
  private entered = 0;
  private noted = 0;
  private readonly arrivals: Arrivals;

  constructor(now: number) {
    this.sentAt = now;
    this.arrivals = new Arrivals(now);
  }

  enter(): () => void {
    let expected = this.expectedBytes;
    this.queued += expected;
    this.entered += expected;
    return () => {
      this.entered -= expected;
      expected = 0;
    };
  }

  note(bytes: number, now: number): void {
    this.expectedBytes =
      this.noted === 0 ? bytes : this.expectedBytes + NEWEST * (bytes - this.expectedBytes);
    this.noted += bytes;
    this.sentAt = now;
    this.arrivals.add(bytes);
  }

  weigh(now: number, completeTo: number): void {
    this.arrivals.mark(now);
    this.queued = this.noted - this.arrivals.by(completeTo) + this.entered;
  }
}
