import { APICallError } from '@ai-sdk/provider';
import { Rejected, Unavailable } from '@millrace/domain';
import type { ModelAccess } from '@millrace/ports';

const RETRY_AFTER_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const LONGEST_REASON = 500;
/** Too slow, in conflict with itself, too soon; the rest of them are the server's own. */
const PASSING_STATUS = new Set([408, 409, 425, 429]);

/** What a failed call means: an error of the port, told without the secrets of `access`. */
export function explainFault(fault: unknown, access: ModelAccess, stop: AbortSignal): unknown {
  if (stop.aborted) return stop.reason;
  const known = causesOf(fault).find((each) => each instanceof Rejected || each instanceof Unavailable);
  if (known) return known;
  const tell = (text: string): string =>
    withoutSecrets(`${access.provider} ${text}`, access).slice(0, LONGEST_REASON);
  if (!APICallError.isInstance(fault)) {
    return new Unavailable(tell(`gave no answer: ${messageOf(fault)}`), RETRY_AFTER_MS, { cause: fault });
  }
  const { statusCode: status, responseHeaders } = fault;
  if (status === undefined)
    return new Unavailable(tell(`can't be reached: ${messageOf(fault)}`), RETRY_AFTER_MS);
  if (status >= 200 && status < 300) {
    return new Unavailable(tell(`answered what is no answer: ${fault.message}`), RETRY_AFTER_MS);
  }
  const message = tell(`answered ${status}: ${fault.message}`);
  if (status >= 500 || PASSING_STATUS.has(status))
    return new Unavailable(message, retryAfterOf(responseHeaders));
  return new Rejected(message, status === 401 || status === 403 ? 'permission-denied' : 'invalid');
}

function causesOf(fault: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let each = fault; each instanceof Error && causes.length < 8; each = each.cause) causes.push(each);
  return causes;
}

function messageOf(fault: unknown): string {
  const messages = causesOf(fault).map((each) => (each instanceof Error ? each.message : ''));
  return [...new Set(messages.filter((message) => message !== ''))].join(': ') || String(fault);
}

function withoutSecrets(text: string, { secrets }: ModelAccess): string {
  return Object.values(secrets).reduce(
    (masked, secret) => (secret.length > 3 ? masked.replaceAll(secret, '***') : masked),
    text,
  );
}

/** Seconds, or a date. */
function retryAfterOf(headers: Readonly<Record<string, string>> | undefined): number {
  const told = headers?.['retry-after'];
  if (told === undefined) return RETRY_AFTER_MS;
  const wait = /^\d+(\.\d+)?$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - Date.now();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : RETRY_AFTER_MS;
}
