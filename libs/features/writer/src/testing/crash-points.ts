/**
 * Steps that may be the last of a process. Each step of the fakes passes here; when the chosen one is reached the process
 * "dies": that step and all after it never resolve, as after kill -9.
 */
export class CrashPoints {
  private passed = 0;
  private resolveDeath: () => void = () => undefined;
  readonly death = new Promise<void>((resolve) => (this.resolveDeath = resolve));

  constructor(private readonly dieAt = Number.POSITIVE_INFINITY) {}

  get count(): number {
    return this.passed;
  }

  async step(): Promise<void> {
    this.passed += 1;
    if (this.passed < this.dieAt) return;
    this.resolveDeath();
    await new Promise(() => undefined);
  }
}
