/** Collects bound values: each gets a place `{pN:Type}` in the SQL, and never becomes part of its text. */
export class QueryParameters {
  private readonly bound: Record<string, unknown> = {};
  private count = 0;

  get values(): Readonly<Record<string, unknown>> {
    return this.bound;
  }

  bind(value: unknown, type: string): string {
    const name = `p${this.count}`;
    this.count += 1;
    this.bound[name] = typeof value === 'bigint' ? value.toString() : value;
    return `{${name}:${type}}`;
  }
}
