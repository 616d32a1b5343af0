import { LEASE_MS } from './slot-leases.ts';

/** Taken beyond what is needed at once, so that the next jobs need not ask. */
const AHEAD = 4;
/** After a refusal nobody asks again for so long. */
const REFUSED_MS = 200;
const SHORTEST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 600_000;
/** Before any job has ended. */
const FIRST_GUESS_MS = 1_000;

export type Slot =
  { readonly isTaken: true; release(): void } | { readonly isTaken: false; readonly waitMs: number };

/**
 * The slots of one workspace in this process. Jobs that find none are told to come back one after another, at twice the pace at which
 * they could run: so a backlog of any length asks little, and no slot stays empty for want of a job.
 */
export class WorkspaceSlot {
  private held = 0;
  private used = 0;
  private mostUsed = 0;
  private expiresAt = 0;
  private refusedUntil = 0;
  private comeBackAt = 0;
  private meanMs = FIRST_GUESS_MS;
  private asking: Promise<void> | undefined;
  private waiting = 0;
  private keeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly limit: number,
    private readonly lease: (wanted: number) => Promise<number>,
  ) {}

  get isIdle(): boolean {
    return this.held === 0 && this.used === 0 && this.waiting === 0;
  }

  async take(): Promise<Slot> {
    // Again for those who came while the answer was on its way: it was asked without them.
    while (!this.hasRoom() && Date.now() >= this.refusedUntil) {
      this.waiting += 1;
      try {
        this.asking ??= this.ask();
        await this.asking;
      } finally {
        this.waiting -= 1;
      }
    }
    if (!this.hasRoom()) return { isTaken: false, waitMs: this.nextTurn() };
    return this.use();
  }

  get isAsking(): boolean {
    return this.asking !== undefined;
  }

  /** Gives up what it did not need since the last beat; how many it holds on to. */
  shrink(): number {
    this.held = Math.min(this.held, this.mostUsed);
    this.mostUsed = this.used;
    return this.held;
  }

  /** While what it holds is written, no more is asked for. `isKept` is undefined if that is not known. */
  keep(isKept: Promise<boolean | undefined>): Promise<void> {
    const begunAt = Date.now();
    this.keeping = isKept.then((kept) => {
      if (kept === true) this.expiresAt = begunAt + LEASE_MS;
      if (kept === false) this.held = 0;
    });
    return this.keeping;
  }

  private hasRoom(): boolean {
    return this.used < this.held && Date.now() < this.expiresAt;
  }

  private async ask(): Promise<void> {
    try {
      // Those who come in the same turn of the event loop are asked for together.
      await this.keeping;
      const wanted = Math.min(this.limit, this.used + this.waiting + AHEAD);
      const askedAt = Date.now();
      this.held = await this.lease(wanted);
      this.expiresAt = askedAt + LEASE_MS;
      if (this.held <= this.used) this.refusedUntil = Date.now() + REFUSED_MS;
    } finally {
      this.asking = undefined;
    }
  }

  private use(): Slot {
    this.used += 1;
    this.mostUsed = Math.max(this.mostUsed, this.used);
    const begun = Date.now();
    let isReleased = false;
    return {
      isTaken: true,
      release: () => {
        if (isReleased) return;
        isReleased = true;
        this.used -= 1;
        this.meanMs += (Date.now() - begun - this.meanMs) / 8;
      },
    };
  }

  private nextTurn(): number {
    const now = Date.now();
    const apart = this.meanMs / this.limit / 2;
    this.comeBackAt = Math.max(this.comeBackAt + apart, now + SHORTEST_WAIT_MS);
    const jitter = 0.9 + Math.random() * 0.2;
    return Math.round(Math.min(this.comeBackAt - now, LONGEST_WAIT_MS) * jitter);
  }
}
