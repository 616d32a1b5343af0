interface Point {
  readonly time: number;
  /** All that had come by then. */
  readonly bytes: number;
}

/** An hour of seconds; of a longer queue the older half is told less exactly. */
const MOST_POINTS = 3_600;

/** How much had come by when: so it can be said how much was stored by how far the writer has come. */
export class Arrivals {
  private points: Point[];
  private total = 0;

  constructor(now: number) {
    this.points = [{ time: now, bytes: 0 }];
  }

  add(bytes: number): void {
    this.total += bytes;
  }

  /** Notes the time; to be called about once a second. */
  mark(time: number): void {
    this.points.push({ time, bytes: this.total });
    if (this.points.length > MOST_POINTS) this.points = this.points.filter((_, index) => index % 2 === 0);
  }

  /** What had come by then, and forgets what was before. */
  by(time: number): number {
    const next = this.points.findIndex((point) => point.time > time);
    if (next < 0) {
      this.points.splice(0, this.points.length - 1);
      return this.points[0]?.bytes ?? 0;
    }
    if (next > 1) this.points.splice(0, next - 1);
    const [before, after] = this.points;
    if (!before || !after || time <= before.time) return before?.bytes ?? 0;
    const part = (time - before.time) / (after.time - before.time);
    return before.bytes + part * (after.bytes - before.bytes);
  }
}
