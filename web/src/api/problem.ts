/** What the server answered instead of data, in its own words; they say what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(message);
  }

  /** Whether the same request may succeed a moment later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }

  /** Not `isNotFound`: by that name the router knows its own. */
  get isMissing(): boolean {
    return this.status === 404;
  }
}
