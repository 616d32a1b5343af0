import { setTimeout as sleep } from 'node:timers/promises';
import type { LedgerLoad } from '../ledger.ts';
import { ask, Refusal } from './ask.ts';
import { Pulse } from './pulse.ts';

const PAGE = 500;
const PAUSE_MS = 300;

/**
 * Reads the newest traces all the time and holds each answer against what it claims: all that was acknowledged before its
 * `x-millrace-complete-to` has to be in it, and nothing is in it twice.
 */
export class ReadWatch {
  readonly pulse = new Pulse();
  /** Answers that were held against a claim. */
  claims = 0;
  /** Claims that did not hold, and answers that are neither success nor a request to come again: none is expected. */
  readonly untrue: string[] = [];
  private isStopped = false;
  private readonly work: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly experimentId: string,
    private readonly load: LedgerLoad,
  ) {
    this.work = this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.work;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      try {
        const { content, headers } = await ask<{ traces: { trace_id: string }[] }>(
          `${this.url}/api/v1/traces?experiment_id=${this.experimentId}&limit=${PAGE}`,
        );
        this.pulse.beat();
        this.check(
          content.traces.map((trace) => trace.trace_id),
          headers.get('x-millrace-complete-to'),
        );
      } catch (error) {
        if (error instanceof Refusal && !error.isTemporary) this.untrue.push(error.message);
      }
      await sleep(PAUSE_MS);
    }
  }

  private check(listed: readonly string[], claim: string | null): void {
    const there = new Set(listed);
    if (there.size < listed.length)
      this.untrue.push(`${listed.length - there.size} traces were listed twice`);
    if (claim === null) return;
    this.claims += 1;
    const { entries } = this.load;
    // A full page ends somewhere: what began before its oldest trace is on the next.
    const starts = entries.flatMap(({ traceId, startMs }) => (there.has(traceId) ? [startMs] : []));
    const oldest =
      listed.length < PAGE ? 0 : starts.reduce((least, start) => Math.min(least, start), Infinity);
    const missing = entries.filter(
      ({ traceId, startMs, acknowledgedMs }) =>
        acknowledgedMs < Date.parse(claim) && startMs > oldest && !there.has(traceId),
    );
    if (missing.length > 0)
      this.untrue.push(`complete to ${claim} was claimed, and ${missing.length} traces were missing`);
  }
}
