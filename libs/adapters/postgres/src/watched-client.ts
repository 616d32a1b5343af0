import { Client, type ClientConfig } from 'pg';

/** Connections whose queries may take as long as they take. */
const unlimited = new WeakSet<object>();

/**
 * The class of connections that end when a query gets no answer in time. One that was lost without a word, by a firewall or
 * a failover, would else swallow queries for as long as the kernel sends them again: a quarter of an hour.
 */
export function watchedClient(answerTimeoutMs: number): typeof Client {
  return class WatchedClient extends Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      const send = this.query.bind(this) as (...given: unknown[]) => unknown;
      const watch = (...given: unknown[]): unknown => {
        const answer = send(...given);
        if (answer instanceof Promise && !unlimited.has(this)) this.endUnless(answer);
        return answer;
      };
      // Its overloads are kept: every call is handed on as it came.
      this.query = watch as typeof this.query;
    }

    /** With a query under way `end` destroys the socket, and the query fails as "Connection terminated". */
    private endUnless(answer: Promise<unknown>): void {
      const timer = setTimeout(() => void this.end(), answerTimeoutMs);
      const done = (): void => clearTimeout(timer);
      answer.then(done, done);
    }
  };
}

/** Lets the queries of a connection take their time while `work` goes on. */
export async function withoutTimeLimit<Result>(
  connection: unknown,
  work: () => Promise<Result>,
): Promise<Result> {
  if (typeof connection !== 'object' || connection === null) return work();
  unlimited.add(connection);
  try {
    return await work();
  } finally {
    unlimited.delete(connection);
  }
}
