/** Two clocks that nobody sets go apart by a few milliseconds in this time. */
const KEPT_MS = 600_000;

/**
 * The time of the log, by the brokers' clock and never ahead of it: what a reader is promised must not hang on the clock of its own process. Told by
 * each record that a broker has stamped, carried on by a clock that only counts.
 */
export class LogClock {
  private told: { readonly time: number; readonly at: number } | undefined;

  /** A broker has just stamped a record. */
  hear(time: number): void {
    this.told = { time, at: performance.now() };
  }

  /** The time it was at a moment of `performance.now()`; undefined when no broker has told for long. */
  timeAt(moment: number): number | undefined {
    if (!this.told || performance.now() - this.told.at > KEPT_MS) return undefined;
    return Math.floor(this.told.time + moment - this.told.at);
  }
}
