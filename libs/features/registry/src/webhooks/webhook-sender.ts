import { Injectable } from '@nestjs/common';
import { guardAddresses, type AddressGuard } from '@millrace/service-kit';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { RegistryOptions } from '../registry.config.ts';
import type { WebhookMessage } from './mlflow-webhook-message.ts';

const LONGEST_ANSWER = 16 * 1024;
const LONGEST_REASON = 500;

/** How a receiver took a message. */
export interface WebhookAnswer {
  readonly isDelivered: boolean;
  /** Absent when there was no answer. */
  readonly status?: number;
  /** The beginning of what it said. */
  readonly body?: string;
  /** Why it was not delivered. */
  readonly error?: string;
}

/** Posts messages to addresses that users gave. Never follows a redirect, never rejects. */
@Injectable()
export class WebhookSender {
  private readonly guard: AddressGuard;
  private readonly isHttpAllowed: boolean;
  private readonly timeoutMs: number;

  constructor({ config }: RegistryOptions) {
    const { allowPrivateTargets, timeoutMs } = config.webhooks;
    this.guard = guardAddresses(allowPrivateTargets, 'MILLRACE_WEBHOOKS_PRIVATE_TARGETS');
    this.isHttpAllowed = allowPrivateTargets;
    this.timeoutMs = timeoutMs;
  }

  /** Says why messages can't go to a URL; undefined when they can. */
  refusalOf(address: string): string | undefined {
    const url = URL.parse(address);
    if (!url || url.hostname === '') return `Invalid webhook URL: '${address.slice(0, 200)}'.`;
    const scheme = url.protocol.slice(0, -1);
    const allowed = this.isHttpAllowed ? ['https', 'http'] : ['https'];
    if (!allowed.includes(scheme)) {
      return `Invalid webhook URL scheme: '${scheme}'. Allowed schemes are: ${allowed.join(', ')}.`;
    }
    if (url.username !== '' || url.password !== '') {
      return 'Invalid webhook URL: it must carry no user and password; receivers know us by the signature.';
    }
    const refusal = this.guard.refusalOf(url);
    return refusal === undefined ? undefined : `Invalid webhook URL: ${refusal}.`;
  }

  async send(address: string, message: WebhookMessage, stop: AbortSignal): Promise<WebhookAnswer> {
    const refusal = this.refusalOf(address);
    if (refusal !== undefined) return { isDelivered: false, error: refusal };
    try {
      const incoming = await this.post(new URL(address), message, stop);
      const status = incoming.statusCode ?? 0;
      const body = (await readStart(incoming)).toString('utf8');
      const isDelivered = status >= 200 && status < 300;
      const error = `${status} ${body}`.trim().slice(0, LONGEST_REASON);
      return { isDelivered, status, body, ...(!isDelivered && { error }) };
    } catch (error) {
      return { isDelivered: false, error: describe(error).slice(0, LONGEST_REASON) };
    }
  }

  private post(url: URL, { headers, body }: WebhookMessage, stop: AbortSignal): Promise<IncomingMessage> {
    const answered = Promise.withResolvers<IncomingMessage>();
    const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        // The whole exchange, the body of the answer too.
        signal: AbortSignal.any([stop, AbortSignal.timeout(this.timeoutMs)]),
        ...(this.guard.lookup && { lookup: this.guard.lookup }),
      },
      answered.resolve,
    );
    outgoing.once('error', answered.reject);
    outgoing.end(body);
    return answered.promise;
  }
}

async function readStart(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk as Uint8Array);
    chunks.push(part);
    bytes += part.byteLength;
    if (bytes > LONGEST_ANSWER) break;
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_ANSWER);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  const code: unknown = Reflect.get(error, 'code');
  return error.message || (typeof code === 'string' ? code : error.name);
}
