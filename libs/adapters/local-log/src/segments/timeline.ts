const RESOLUTION_MS = 5;
const MAX_MARKS = 20_000;

/** Remembers when records were appended, in bounded memory: exact to 5 ms at first, coarser the longer the backlog. */
export class Timeline {
  private marks: { readonly number: number; readonly at: number }[] = [];

  /** Records from `number` on were appended at `at` or later; numbers and times only rise. */
  add(number: number, at: number): void {
    const last = this.marks.at(-1);
    if (last !== undefined && at < last.at + RESOLUTION_MS) return;
    this.marks.push({ number, at });
    if (this.marks.length > MAX_MARKS) this.marks = this.marks.filter((_, index) => index % 2 === 0);
  }

  /** A time at or before the append of record `number`; 0 when nothing is known of it. */
  floor(number: number): number {
    return this.marks[this.indexOf(number)]?.at ?? 0;
  }

  /** Records before `number` are asked for no more. */
  forgetBefore(number: number): void {
    const index = this.indexOf(number);
    if (index > 1_000 || index === this.marks.length - 1) this.marks.splice(0, Math.max(index, 0));
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
