/** Readers that wait until the consumer has committed a record. */
export class Barriers {
  private waiting: { readonly end: number; resolve(isComplete: boolean): void }[] = [];

  /** Resolves true once all records before `end` are committed, false after `timeoutMs` or when the log closes. */
  wait(end: number, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.resolve(false), Math.max(timeoutMs, 0));
      const waiter = {
        end,
        resolve: (isComplete: boolean) => {
          clearTimeout(timer);
          this.waiting = this.waiting.filter((each) => each !== waiter);
          resolve(isComplete);
        },
      };
      this.waiting.push(waiter);
    });
  }

  committed(end: number): void {
    for (const waiter of [...this.waiting]) if (waiter.end <= end) waiter.resolve(true);
  }

  close(): void {
    for (const waiter of [...this.waiting]) waiter.resolve(false);
  }
}
