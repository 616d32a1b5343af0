/** A wait that can be cut short, also before it begins. */
export class Wakeup {
  private isRung = false;
  private resolve: (() => void) | undefined;

  ring(): void {
    this.isRung = true;
    this.resolve?.();
  }

  /** Resolves after the time, or at once if it was rung since the last wait. */
  async wait(ms: number): Promise<void> {
    if (!this.isRung) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.resolve = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
      this.resolve = undefined;
    }
    this.isRung = false;
  }
}
