import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { OtlpSpan } from '@millrace/domain';
import { decodeTraces } from '@millrace/otlp';
import { closeNow, listenOnLoopback } from './loopback-http.ts';

/** How the next request is answered: with a status and headers, or never. */
export type SinkFault =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: Uint8Array;
    }
  | 'hang';

/** An OTLP/HTTP receiver that keeps what it takes and fails as told. */
export class OtlpSink {
  readonly spans: OtlpSpan[] = [];
  readonly requests: { readonly headers: IncomingHttpHeaders; readonly at: number }[] = [];
  readonly faults: SinkFault[] = [];
  private server = createServer();

  /** Where it listens after `start`; kept over `stop`. */
  port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/v1/traces`;
  }

  static async start(): Promise<OtlpSink> {
    const sink = new OtlpSink();
    await sink.start();
    return sink;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => this.answer(request.headers, Buffer.concat(chunks), response));
      request.on('error', () => undefined);
    });
    this.port = Number(new URL(await listenOnLoopback(this.server, this.port)).port);
  }

  stop(): Promise<void> {
    return closeNow(this.server);
  }

  /** Ids of the spans taken, each once. */
  get spanIds(): ReadonlySet<string> {
    return new Set(this.spans.map(({ spanId }) => spanId));
  }

  private answer(headers: IncomingHttpHeaders, body: Buffer, response: ServerResponse): void {
    this.requests.push({ headers, at: performance.now() });
    const fault = this.faults.shift();
    if (fault === 'hang') return;
    if (fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    this.spans.push(...decodeTraces(headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body));
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  }
}
