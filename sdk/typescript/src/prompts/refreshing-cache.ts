export interface CacheOptions {
  /** What is in it at most; that which was not asked for the longest time goes first. */
  readonly capacity: number;
  /** Milliseconds; it never goes back. */
  readonly now: () => number;
  /** Whether the error says that there is no such value, rather than that nobody can tell. */
  readonly isGone: (error: unknown) => boolean;
  /** Told of a refresh that failed while the old value is answered. */
  readonly onStale: (key: string, error: unknown) => void;
}

/** Asks for a value anew; it is given the one that is known, which it may answer again. */
export type Load<Value> = (known: Value | undefined) => Promise<Value>;

interface Entry<Value> {
  readonly value: Value;
  /** When it was asked for, since nobody knows whether it was true any later. */
  readonly asOf: number;
  /** Of the load, in the order they began. */
  readonly order: number;
  retryAt: number;
}

/** Between two refreshes that fail. */
const RETRY_MS = 1_000;

/**
 * Values that change elsewhere. One that is fresh is answered at once; one that is not, too, while it is asked for anew in the
 * background; one that is not known is waited for. Those who ask for the same at the same time ask once.
 */
export class RefreshingCache<Value> {
  private readonly options: CacheOptions;
  private readonly entries = new Map<string, Entry<Value>>();
  private readonly loading = new Map<string, Promise<Value>>();
  private loads = 0;
  private forgotten = 0;

  constructor(options: CacheOptions) {
    this.options = options;
  }

  /** With `ttlMs` 0 the answer is never older than the call. Rejects as `load` does where nothing is known. */
  async get(key: string, ttlMs: number, load: Load<Value>): Promise<Value> {
    if (!(ttlMs > 0)) return this.load(key, load);
    const entry = this.touch(key);
    if (!entry) return this.shared(key, load);
    const now = this.options.now();
    if (now - entry.asOf >= ttlMs && now >= entry.retryAt && !this.loading.has(key)) {
      this.shared(key, load).catch((error: unknown) => this.stay(key, error));
    }
    return entry.value;
  }

  /** The last that was heard of it, however old. */
  known(key: string): Value | undefined {
    return this.entries.get(key)?.value;
  }

  /** After a change: whoever asks from now on is not answered from before it. */
  forget(isMeant: (key: string) => boolean): void {
    this.forgotten += 1;
    for (const kept of [this.entries, this.loading])
      for (const key of kept.keys()) if (isMeant(key)) kept.delete(key);
  }

  private shared(key: string, load: Load<Value>): Promise<Value> {
    const running = this.loading.get(key);
    if (running) return running;
    const begun = this.load(key, load).finally(() => {
      if (this.loading.get(key) === begun) this.loading.delete(key);
    });
    this.loading.set(key, begun);
    return begun;
  }

  private async load(key: string, load: Load<Value>): Promise<Value> {
    const { forgotten } = this;
    const order = ++this.loads;
    const asOf = this.options.now();
    try {
      const value = await load(this.known(key));
      if (forgotten === this.forgotten) this.keep(key, { value, asOf, order, retryAt: 0 });
      return value;
    } catch (error) {
      const entry = this.entries.get(key);
      if (entry && entry.order < order && this.options.isGone(error)) this.entries.delete(key);
      throw error;
    }
  }

  private keep(key: string, entry: Entry<Value>): void {
    const former = this.entries.get(key);
    if (former && former.order > entry.order) return;
    this.entries.delete(key);
    this.entries.set(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.options.capacity && oldest !== undefined) this.entries.delete(oldest);
  }

  private stay(key: string, error: unknown): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    entry.retryAt = this.options.now() + RETRY_MS;
    this.options.onStale(key, error);
  }

  private touch(key: string): Entry<Value> | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry;
  }
}
