import { Injectable } from '@nestjs/common';
import type { ForwardingTarget } from '@millrace/access';
import { readExportResponse } from '@millrace/otlp';
import { guardAddresses, type AddressGuard } from '@millrace/service-kit';
import { request as httpRequest, Agent, type IncomingMessage } from 'node:http';
import { request as httpsRequest, Agent as TlsAgent } from 'node:https';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ForwardingOptions } from '../forwarding.config.ts';
import { readRetryAfter } from './retry-after.ts';

const compress = promisify(gzip);
const LONGEST_ANSWER = 64 * 1024;
const LONGEST_REASON = 300;
/** Source: OTLP specification, retryable response codes. */
const RETRYABLE = new Set([429, 502, 503, 504]);
const TOO_LARGE = 413;

/** How a target took a request. */
export type Delivery =
  | { readonly kind: 'sent'; readonly rejectedSpans: number; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string; readonly isTooLarge: boolean }
  | { readonly kind: 'passing'; readonly message: string; readonly retryAfterMs: number | undefined };

export type Endpoint = Pick<ForwardingTarget, 'url' | 'headers' | 'compression'>;

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: Buffer;
}

/** Posts spans to OTLP/HTTP endpoints. Never follows a redirect, never rejects. */
@Injectable()
export class OtlpClient {
  private readonly agents = {
    http: new Agent({ keepAlive: true }),
    https: new TlsAgent({ keepAlive: true }),
  };

  private readonly guard: AddressGuard;

  constructor(private readonly options: ForwardingOptions) {
    const { allowPrivateTargets } = options.config;
    this.guard = guardAddresses(allowPrivateTargets, 'MILLRACE_FORWARDING_PRIVATE_TARGETS');
  }

  async post(endpoint: Endpoint, traces: Uint8Array, stop: AbortSignal): Promise<Delivery> {
    try {
      const isGzip = endpoint.compression === 'gzip';
      const body = isGzip ? await compress(traces) : traces;
      const headers = {
        ...endpoint.headers,
        'content-type': 'application/x-protobuf',
        'content-length': String(body.byteLength),
        'user-agent': 'millrace',
        ...(isGzip && { 'content-encoding': 'gzip' }),
      };
      return deliveryOf(await this.ask(endpoint.url, headers, body, stop), endpoint);
    } catch (error) {
      return { kind: 'passing', message: describe(error, endpoint), retryAfterMs: undefined };
    }
  }

  private async ask(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
    stop: AbortSignal,
  ): Promise<Answer> {
    const url = new URL(address);
    const refusal = this.guard.refusalOf(url);
    if (refusal !== undefined) throw new Error(refusal);
    const isTls = url.protocol === 'https:';
    const answered = Promise.withResolvers<IncomingMessage>();
    const outgoing = (isTls ? httpsRequest : httpRequest)(
      url,
      {
        method: 'POST',
        headers,
        agent: isTls ? this.agents.https : this.agents.http,
        signal: AbortSignal.any([stop, AbortSignal.timeout(this.options.config.timeoutMs)]),
        ...(this.guard.lookup && { lookup: this.guard.lookup }),
      },
      answered.resolve,
    );
    outgoing.once('error', answered.reject);
    outgoing.end(body);
    const incoming = await answered.promise;
    return {
      status: incoming.statusCode ?? 0,
      retryAfter: incoming.headers['retry-after'],
      body: await readStart(incoming),
    };
  }
}

function deliveryOf({ status, retryAfter, body }: Answer, endpoint: Endpoint): Delivery {
  if (status >= 200 && status < 300) return { kind: 'sent', ...readExportResponse(body) };
  const message = describe(`${status} ${printable(body)}`.trim(), endpoint);
  if (RETRYABLE.has(status)) return { kind: 'passing', message, retryAfterMs: readRetryAfter(retryAfter) };
  return { kind: 'refused', message, isTooLarge: status === TOO_LARGE };
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
  return Buffer.concat(chunks);
}

/** Answers are often protobuf with a text inside. */
function printable(body: Buffer): string {
  return body
    .toString('utf8')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim();
}

/** What went wrong, without the secrets that a target may have sent back. */
function describe(fault: unknown, { headers }: Endpoint): string {
  let text = fault instanceof Error ? messageOf(fault) : String(fault);
  for (const value of Object.values(headers)) if (value.length > 3) text = text.replaceAll(value, '***');
  return text.slice(0, LONGEST_REASON);
}

function messageOf(error: Error): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  const code: unknown = Reflect.get(error, 'code');
  return error.message || (typeof code === 'string' ? code : error.name);
}
