import type { Connection } from './connection.ts';
import { BusyError } from './millrace-error.ts';

const STEP_MS = 200;

/** Waits until Millrace can read all that it has acknowledged. Throws BusyError when it can't by the deadline, in milliseconds since the epoch. */
export async function untilReadable(connection: Connection, deadline: number): Promise<void> {
  const params = { query: { consistency: 'strong' as const } };
  for (;;) {
    const { is_complete: isComplete } = await connection.take((api) =>
      api.GET('/api/v1/freshness', { params }),
    );
    if (isComplete) return;
    if (Date.now() > deadline)
      throw new BusyError('Millrace has not stored the traces yet in time; give it more with timeoutMs.');
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
