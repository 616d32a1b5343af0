/** Exporters send what they gathered for 5 s. */
const BURST_SECONDS = 5;
/** A rate of nothing would never give again. */
const LOWEST_RATE = 1e-3;

/**
 * Holds to a rate in the long run. What is taken may be more than there is, for its size is known only once it was looked at: then it
 * gives no more until that was made up for.
 */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  /** @param now in milliseconds. */
  constructor(
    private rate: number,
    private readonly now: () => number,
  ) {
    this.rate = Math.max(LOWEST_RATE, rate);
    this.tokens = this.burst;
    this.filledAt = now();
  }

  /** Milliseconds until it gives again; 0: it gives. */
  get waitMs(): number {
    this.fill();
    return this.tokens > 0 ? 0 : Math.max(1, Math.ceil((-this.tokens / this.rate) * 1000));
  }

  take(amount: number): void {
    this.fill();
    this.tokens -= amount;
  }

  setRate(perSecond: number): void {
    this.fill();
    this.rate = Math.max(LOWEST_RATE, perSecond);
    this.tokens = Math.min(this.tokens, this.burst);
  }

  private get burst(): number {
    return this.rate * BURST_SECONDS;
  }

  private fill(): void {
    const now = this.now();
    // A clock that was set back gives nothing twice.
    const seconds = Math.max(0, now - this.filledAt) / 1000;
    this.filledAt = now;
    this.tokens = Math.min(this.burst, this.tokens + seconds * this.rate);
  }
}
