const FINEST_MS = 5;
const MAX_MARKS = 20_000;

interface Mark {
  readonly number: number;
  readonly at: number;
}

/** Remembers when records were appended, in bounded memory: to 5 ms, and coarser evenly as a backlog grows over minutes. */
export class Timeline {
  private marks: Mark[] = [];
  private resolutionMs = FINEST_MS;

  /** Records from `number` on were appended at `at` or later; numbers and times only rise. */
  add(number: number, at: number): void {
    const last = this.marks.at(-1);
    if (last !== undefined && at < last.at + this.resolutionMs) return;
    this.marks.push({ number, at });
    while (this.marks.length > MAX_MARKS) this.coarsen();
  }

  /** A time at or before the append of record `number`; 0 when nothing is known of it. */
  floor(number: number): number {
    return this.marks[this.indexOf(number)]?.at ?? 0;
  }

  /** Records before `number` are asked for no more. */
  forgetBefore(number: number): void {
    const index = this.indexOf(number);
    const isWorthwhile = index > 1_000 || index === this.marks.length - 1;
    if (index <= 0 || !isWorthwhile) return;
    this.marks.splice(0, index);
    if (this.marks.length < MAX_MARKS / 4) this.resolutionMs = FINEST_MS;
  }

  private coarsen(): void {
    this.resolutionMs *= 2;
    const kept: Mark[] = [];
    for (const mark of this.marks) {
      const last = kept.at(-1);
      if (last === undefined || mark.at >= last.at + this.resolutionMs) kept.push(mark);
    }
    this.marks = kept;
  }

  private indexOf(number: number): number {
    let low = -1;
    let high = this.marks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.marks[middle]?.number ?? Infinity) <= number) low = middle;
      else high = middle;
    }
    return low;
  }
}
