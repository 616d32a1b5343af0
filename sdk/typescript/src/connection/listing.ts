/** As much of a list as one answer has. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Absent on the last page. */
  readonly next: string | undefined;
}

export type AskPage<Item> = (page: {
  readonly limit: number;
  readonly page_token?: string;
}) => Promise<Page<Item>>;

const PAGE = 100;

/** What was found, page by page as it is read: `for await (const trace of searchTraces(…))`. Read again it asks again. */
export class Listing<Item> implements AsyncIterable<Item> {
  private readonly ask: AskPage<Item>;
  private readonly pageSize: number;

  constructor(ask: AskPage<Item>, pageSize = PAGE) {
    this.ask = ask;
    this.pageSize = pageSize;
  }

  [Symbol.asyncIterator](): AsyncIterator<Item> {
    return this.read(this.pageSize);
  }

  /** The first so many, in no more requests than they need. */
  async first(count: number): Promise<Item[]> {
    const items: Item[] = [];
    if (count < 1) return items;
    for await (const item of this.read(Math.min(count, this.pageSize))) {
      items.push(item);
      if (items.length >= count) break;
    }
    return items;
  }

  /** Every one of them, in memory. */
  async all(): Promise<Item[]> {
    return this.first(Number.POSITIVE_INFINITY);
  }

  private async *read(limit: number): AsyncGenerator<Item, void> {
    let token: string | undefined;
    do {
      const page = await this.ask({ limit, ...(token !== undefined && { page_token: token }) });
      yield* page.items;
      token = page.next;
    } while (token !== undefined);
  }
}
