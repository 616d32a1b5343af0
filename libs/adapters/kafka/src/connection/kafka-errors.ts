import { Rejected, Unavailable } from '@millrace/domain';

const TOO_LARGE = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

/** What a fault of the client means to our callers; `doing` completes "Kafka could not …". */
export function explainKafkaError(error: unknown, doing: string): Unavailable | Rejected {
  if (error instanceof Unavailable || error instanceof Rejected) return error;
  const message = `Kafka could not ${doing}: ${error instanceof Error ? error.message : String(error)}`;
  const type = typeOf(error);
  if (type !== undefined && TOO_LARGE.has(type)) {
    const advice = 'raise max.message.bytes of the topic to 10485760';
    return new Rejected(`${message}; ${advice}`, 'too-large', { cause: error });
  }
  if (type?.endsWith('AUTHORIZATION_FAILED')) {
    return new Unavailable(`${message}; grant it to this user with kafka-acls`, 10_000, { cause: error });
  }
  return new Unavailable(message, 1_000, { cause: error });
}

/** The protocol's name of the fault, wherever the client's retries have wrapped it. */
export function typeOf(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = firstOf(each) ?? each.cause) {
    if ('type' in each && typeof each.type === 'string') return each.type;
  }
  return undefined;
}

/** Of several faults of one request, such as one for each topic. */
function firstOf(error: Error): unknown {
  return 'errors' in error && Array.isArray(error.errors) ? error.errors[0] : undefined;
}

/** How long each part of a stop may take: brokers that can't be reached can't be told goodbye, and find out by themselves. */
export const GOODBYE_MS = 700;

/** Resolves when `work` has ended, however it ended, and after `timeoutMs` at the latest. */
export async function settled(work: Promise<unknown> | undefined, timeoutMs: number): Promise<void> {
  const timer = Promise.withResolvers<void>();
  const timeout = setTimeout(timer.resolve, timeoutMs);
  await Promise.race([work?.catch(() => undefined), timer.promise]);
  clearTimeout(timeout);
}

/** Rejects with Unavailable if `work` takes longer than `timeoutMs`; the work itself goes on. */
export async function within<T>(work: Promise<T>, timeoutMs: number, doing: string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Unavailable(`Kafka could not ${doing}: no answer in ${timeoutMs} ms`)),
    timeoutMs,
  );
  try {
    return await Promise.race([work, late.promise]);
  } catch (error) {
    throw explainKafkaError(error, doing);
  } finally {
    clearTimeout(timer);
  }
}
