import { setTimeout as sleep } from 'node:timers/promises';
import {
  makeTemplate,
  patch,
  traceIdOf,
  type RequestTemplate,
} from '../../benchmarks/load/request-template.ts';
import { Pulse } from './faults/pulse.ts';

const SHAPE = { tracesPerRequest: 5, spansPerTrace: 4, spanBytes: 700 };

/** As long as an exporter waits for an answer. */
const ANSWER_MS = 10_000;

export interface LedgerOptions {
  readonly connections?: number;
  /** Pause after each acknowledged request, in milliseconds. */
  readonly pauseMs?: number;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One acknowledged trace, by the clock of the test. */
export interface AcknowledgedTrace {
  readonly traceId: string;
  readonly startMs: number;
  readonly acknowledgedMs: number;
}

/** Sends traces all the time and writes down which were acknowledged; whatever fails is sent again, as an exporter does. */
export class LedgerLoad {
  /** Ids of acknowledged traces. */
  readonly acknowledged = new Set<string>();
  /** The same, in the order of their acknowledgement. */
  readonly entries: AcknowledgedTrace[] = [];
  /** Answers that are neither 200 nor a request to come again: none is expected. */
  readonly unexpected: string[] = [];
  readonly spansPerTrace = SHAPE.spansPerTrace;
  readonly pulse = new Pulse();
  private isStopped = false;
  private next = 0;
  private readonly run = Math.floor(Math.random() * 0xffffffff);
  private readonly workers: Promise<void>[];

  constructor(
    private readonly otlpUrl: string,
    private readonly options: LedgerOptions = {},
  ) {
    const { connections = 3 } = options;
    this.workers = Array.from({ length: connections }, (_, i) => this.work(makeTemplate(SHAPE, i)));
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.workers);
  }

  private async work(template: RequestTemplate): Promise<void> {
    while (!this.isStopped) {
      const ids = { run: this.run, request: this.next };
      this.next += 1;
      const startMs = Date.now() - 50;
      patch(template, ids, BigInt(startMs) * 1_000_000n);
      if (await this.sendUntilAcknowledged(Buffer.from(template.body))) {
        this.pulse.beat();
        const acknowledgedMs = Date.now();
        for (let trace = 0; trace < SHAPE.tracesPerRequest; trace += 1) {
          const traceId = traceIdOf(ids, trace);
          this.acknowledged.add(traceId);
          this.entries.push({ traceId, startMs, acknowledgedMs });
        }
      }
      await sleep(this.options.pauseMs ?? 5);
    }
  }

  private async sendUntilAcknowledged(body: Buffer): Promise<boolean> {
    for (;;) {
      try {
        const response = await fetch(`${this.otlpUrl}/v1/traces`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/x-protobuf', ...this.options.headers },
          signal: AbortSignal.timeout(ANSWER_MS),
        });
        const answer = Buffer.from(await response.arrayBuffer());
        if (response.status === 200 && answer.length === 0) return true;
        if (![429, 502, 503, 504].includes(response.status)) {
          this.unexpected.push(`${response.status} ${answer.toString('utf8').slice(0, 200)}`);
          return false;
        }
      } catch {
        // The connection broke: not acknowledged, so it is sent again.
      }
      if (this.isStopped) return false;
      await sleep(100);
    }
  }
}
