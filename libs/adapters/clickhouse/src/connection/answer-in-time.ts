/**
 * What `ask` resolves to, or an error once that takes too long: its connection may have been lost without a word, by a firewall or
 * a failover, and the kernel would wait for a quarter of an hour. `ask` ends its request, and with it the connection, by the signal;
 * what it resolved to is left alone.
 */
export async function answerInTime<Answer>(
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), milliseconds);
  try {
    return await ask(giveUp.signal);
  } catch (error) {
    if (!giveUp.signal.aborted) throw error;
    throw new Error(`no answer within ${milliseconds / 1000} s: the connection is given up`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}
