/** A call that is remembered until it is waited for. */
export class WakeUp {
  private signal = Promise.withResolvers<void>();

  reset(): void {
    this.signal = Promise.withResolvers<void>();
  }

  call(): void {
    this.signal.resolve();
  }

  /** Resolves at the first call since `reset`, or after `timeoutMs`. */
  async wait(timeoutMs?: number): Promise<void> {
    if (timeoutMs === undefined) return this.signal.promise;
    const timer = setTimeout(() => this.signal.resolve(), Math.max(timeoutMs, 0));
    await this.signal.promise;
    clearTimeout(timer);
  }
}
