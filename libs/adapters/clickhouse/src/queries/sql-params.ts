/** Collects the values of a statement; each becomes a `{name:Type}` place, never a part of the text. */
export class SqlParams {
  readonly values: Record<string, unknown> = {};
  private count = 0;

  text(value: string): string {
    return this.bind('String', value);
  }

  texts(value: readonly string[]): string {
    return this.bind('Array(String)', value);
  }

  number(value: number): string {
    return this.bind('Float64', value);
  }

  bind(type: string, value: unknown): string {
    const name = `v${this.count}`;
    this.count += 1;
    this.values[name] = value;
    return `{${name}:${type}}`;
  }
}
