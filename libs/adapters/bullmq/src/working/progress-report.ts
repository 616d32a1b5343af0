export interface Progress {
  readonly done: number;
  readonly total: number;
}

const EVERY_MS = 1_000;

/** Tells progress once a second at most, and the last of it at the end. Progress that can't be told fails nothing. */
export class ProgressReport {
  private toldAt = 0;
  private untold: Progress | undefined;

  constructor(private readonly write: (progress: Progress) => Promise<void>) {}

  async tell(progress: Progress): Promise<void> {
    this.untold = progress;
    if (Date.now() - this.toldAt >= EVERY_MS) await this.finish();
  }

  async finish(): Promise<void> {
    const progress = this.untold;
    if (progress === undefined) return;
    this.untold = undefined;
    this.toldAt = Date.now();
    await this.write(progress).catch(() => undefined);
  }
}
