import { setTimeout as sleep } from 'node:timers/promises';

const FRESH_MS = 5_000;
/** Whoever has an older answer hardly waits for a new one: PostgreSQL may hang. */
const KNOWN_WAIT_MS = 100;

export interface KeptAnswerOptions<Answer> {
  readonly read: () => Promise<Answer>;
  /** How long the first answer is waited for, in milliseconds. */
  readonly firstWaitMs: number;
  /** How long an answer counts while there is no newer one, in milliseconds; for ever unless set. */
  readonly lastingMs?: number;
  /** What holds while nothing is known; may throw, and then PostgreSQL is asked at the next question. */
  readonly otherwise: () => Answer;
  /** Is told why there is no newer answer. */
  readonly failed: (error: unknown) => void;
}

/** One answer of PostgreSQL, read again when it is asked for after 5 s, and kept while PostgreSQL is down. */
export class KeptAnswer<Answer> {
  private known: { readonly answer: Answer; readonly readAt: number } | undefined;
  private askedAt = 0;
  private asking: Promise<Answer> | undefined;

  constructor(private readonly options: KeptAnswerOptions<Answer>) {}

  /** At once, without a promise, when it was asked lately. Throws what `otherwise` throws. */
  get(): Answer | Promise<Answer> {
    if (this.asking) return this.asking;
    if (Date.now() - this.askedAt < FRESH_MS) return this.answer();
    const asking = this.refresh().finally(() => {
      if (this.asking === asking) this.asking = undefined;
    });
    this.asking = asking;
    return asking;
  }

  /** Asks anew at the next question: for the process that has just changed it. */
  forget(): void {
    this.askedAt = 0;
    this.asking = undefined;
  }

  private async refresh(): Promise<Answer> {
    const asked = (this.askedAt = Date.now());
    const patience = sleep(this.known ? KNOWN_WAIT_MS : this.options.firstWaitMs, undefined, { ref: false });
    // What comes later is kept all the same.
    await Promise.race([this.keep(asked), patience]);
    try {
      return this.answer();
    } catch (error) {
      this.askedAt = 0;
      throw error;
    }
  }

  private async keep(readAt: number): Promise<void> {
    const { read, failed } = this.options;
    try {
      const answer = await read();
      if (readAt >= (this.known?.readAt ?? 0)) this.known = { answer, readAt };
    } catch (error) {
      failed(error);
    }
  }

  private answer(): Answer {
    const { lastingMs = Infinity, otherwise } = this.options;
    return this.known && Date.now() - this.known.readAt < lastingMs ? this.known.answer : otherwise();
  }
}
