/** How often something succeeds, and the longest time it did not. */
export class Pulse {
  count = 0;
  private last = performance.now();
  private longest = 0;

  beat(): void {
    this.count += 1;
    this.measure();
    this.last = performance.now();
  }

  /** Seconds between two beats, or since the last one. */
  get longestOutage(): number {
    this.measure();
    return Math.round(this.longest / 100) / 10;
  }

  private measure(): void {
    this.longest = Math.max(this.longest, performance.now() - this.last);
  }
}
