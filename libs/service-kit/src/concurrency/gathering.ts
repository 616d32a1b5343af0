import { Unavailable } from '@millrace/domain';
import DataLoader from 'dataloader';

/** Answers in the order of the items. It must be all or nothing: items of a batch that failed may be given again. */
export type GatheredWork<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

/**
 * Does together what is asked one by one: while a batch is under way the next one gathers, so batches are as large as the load
 * and alone nothing waits. Where a batch fails for good each of its items is done alone, so that one's fault is not another's.
 */
export class Gathering<Item, Result> {
  private readonly loader: DataLoader<Item, Result, unknown>;
  private before: Promise<unknown> = Promise.resolve();

  constructor(work: GatheredWork<Item, Result>, options: { readonly most: number }) {
    this.loader = new DataLoader(
      (items) => {
        const doing = doTogether(work, items);
        this.before = doing;
        return doing;
      },
      {
        cache: false,
        maxBatchSize: options.most,
        // What is asked in the same turn of the event loop is together, also at first.
        batchScheduleFn: (run) => void this.before.then(() => setImmediate(run)),
      },
    );
  }

  /** Throws what the work throws. */
  do(item: Item): Promise<Result> {
    return this.loader.load(item);
  }
}

async function doTogether<Item, Result>(
  work: GatheredWork<Item, Result>,
  items: readonly Item[],
): Promise<(Result | Error)[]> {
  try {
    return [...(await work(items))];
  } catch (error) {
    if (items.length === 1 || error instanceof Unavailable) return items.map(() => asError(error));
  }
  const results: (Result | Error)[] = [];
  for (const item of items) results.push(...(await doTogether(work, [item])));
  return results;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
