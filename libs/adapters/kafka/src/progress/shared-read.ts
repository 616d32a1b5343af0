/**
 * A question that many ask at once: those who come while one is under way share the next, which begins after they asked,
 * so that no answer is older than its question.
 */
export class SharedRead<T> {
  private current: Promise<T> | undefined;
  private following: Promise<T> | undefined;

  constructor(private readonly read: () => Promise<T>) {}

  get(): Promise<T> {
    if (!this.current) return this.begin();
    this.following ??= this.current.then(
      () => this.begin(),
      () => this.begin(),
    );
    return this.following;
  }

  private begin(): Promise<T> {
    this.following = undefined;
    const reading = this.read();
    this.current = reading;
    const end = () => {
      if (this.current === reading) this.current = undefined;
    };
    reading.then(end, end);
    return reading;
  }
}
