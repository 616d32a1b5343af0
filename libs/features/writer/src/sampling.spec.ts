import { DELETION_KEY, isInShare, type OtlpSpan, type SamplingRule } from '@millrace/domain';
import { encodeTracesRequest } from '@millrace/otlp';
import { encodeEntriesRecord, encodeSpansRecord, logKey } from '@millrace/ports';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { CrashPoints } from './testing/crash-points.ts';
import { LogFile, MemorySpanLog } from './testing/memory-span-log.ts';
import { MemorySpanStore, StoredTables } from './testing/memory-span-store.ts';
import {
  MemoryDomainEvents,
  MemorySamplingDirectory,
  MemorySamplingLedger,
  startWriter,
} from './testing/writer-process.ts';
import type { WriterService } from './writer.service.ts';

const START = BigInt(Date.now()) * 1_000_000n;
const MS = 1_000_000n;
const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');
const traceId = (n: number): string => hex(n + 1, 32);
const RULE: SamplingRule = { share: 0.3, keepErrors: true, keepSlowerThanMs: 500 };
const ALL: SamplingRule = { share: 1, keepErrors: false, keepSlowerThanMs: undefined };

interface TestSpan {
  readonly trace: number;
  readonly span: number;
  readonly isError?: boolean;
  readonly durationMs?: number;
}

/** Span 0 is the root. */
function otlpSpan({ trace, span, isError = false, durationMs = 10 }: TestSpan): OtlpSpan {
  return {
    traceId: traceId(trace),
    spanId: hex(span + 1, 16),
    parentSpanId: span === 0 ? undefined : hex(1, 16),
    name: 'work',
    kind: 1,
    startTimeUnixNano: START,
    endTimeUnixNano: START + BigInt(durationMs) * MS,
    statusCode: isError ? 2 : 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map(),
    events: [],
    links: [],
    origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
  };
}

function recordsOf(spans: readonly TestSpan[]) {
  return spans.map((span) => {
    const header = {
      workspaceId: 'default',
      experimentId: 0,
      traceId: traceId(span.trace),
      receivedAt: Date.now(),
    };
    const value = encodeSpansRecord(header, [encodeTracesRequest([otlpSpan(span)])]);
    return { key: logKey('default', traceId(span.trace)), value };
  });
}

/** A writer process on tables and a log that outlive it. */
class Process {
  readonly events = new MemoryDomainEvents();
  readonly ledger = new MemorySamplingLedger();
  readonly log: MemorySpanLog;
  private readonly writer: WriterService;

  constructor(
    readonly file: LogFile,
    readonly tables: StoredTables,
    rule: SamplingRule,
    completionIdleMs: number,
  ) {
    this.log = new MemorySpanLog(file, new CrashPoints());
    this.writer = startWriter({
      log: this.log,
      store: new MemorySpanStore(tables, new CrashPoints()),
      events: this.events,
      ledger: this.ledger,
      sampling: new MemorySamplingDirectory(new Map([[0, rule]])),
      config: { completionIdleMs },
    });
  }

  async send(spans: readonly TestSpan[]): Promise<void> {
    await this.log.append(recordsOf(spans));
    await this.log.barrier();
  }

  keptTraces(): string[] {
    return this.tables
      .visibleTraces()
      .map((row) => row.traceId)
      .sort();
  }

  spansOf(trace: number): number {
    return [...this.tables.spans.values()].filter(({ value }) => value?.source.traceId === traceId(trace))
      .length;
  }

  stop(): Promise<void> {
    return this.writer.beforeApplicationShutdown();
  }
}

const processes: Process[] = [];
afterEach(async () => {
  for (const each of processes.splice(0)) await each.stop();
});

function start(
  rule: SamplingRule = RULE,
  idleMs = 50,
  { file, tables } = { file: new LogFile(), tables: new StoredTables() },
): Process {
  const process = new Process(file, tables, rule, idleMs);
  processes.push(process);
  return process;
}

const WAIT = { timeout: 10_000, interval: 20 };
/** Traces outside and inside the share. */
const OUT = Array.from({ length: 40 }, (_, n) => n).filter((n) => !isInShare(traceId(n), RULE.share));
const IN = Array.from({ length: 40 }, (_, n) => n).filter((n) => isInShare(traceId(n), RULE.share));
const [out = 0, failing = 0, slow = 0] = OUT;
const [kept = 0] = IN;

describe('a sampling rule with conditions', () => {
  it('withdraws complete traces whole, but not those in the share, with an error, or slow', async () => {
    const writer = start();
    await writer.send([
      { trace: out, span: 0 },
      { trace: out, span: 1 },
      { trace: kept, span: 0 },
      { trace: failing, span: 0 },
      { trace: failing, span: 1, isError: true },
      { trace: slow, span: 0, durationMs: 501 },
    ]);
    expect(writer.keptTraces()).toHaveLength(4);
    await expect.poll(() => writer.keptTraces(), WAIT).toEqual([kept, failing, slow].map(traceId).sort());
    expect([writer.spansOf(out), writer.spansOf(failing)]).toEqual([0, 2]);
    await expect
      .poll(() => writer.events.published.map((event) => event.traceId).sort(), WAIT)
      .toEqual([kept, failing, slow].map(traceId).sort());
    await expect.poll(() => [writer.ledger.traces, writer.ledger.spans], WAIT).toEqual([1, 2]);
  });

  it('drops what comes after, an error too, and after a restart: the trace is gone for good', async () => {
    const first = start();
    await first.send([{ trace: out, span: 0 }]);
    await expect.poll(() => first.keptTraces(), WAIT).toEqual([]);
    await first.send([{ trace: out, span: 1, isError: true }]);
    await first.stop();
    const second = start(RULE, 50, first);
    await second.send([{ trace: out, span: 2 }]);
    expect(second.keptTraces()).toEqual([]);
    expect(second.spansOf(out)).toBe(0);
    expect([first.ledger.spans, second.ledger.spans]).toEqual([2, 1]);
    expect([...first.events.published, ...second.events.published]).toEqual([]);
  });

  it('leaves traces alone that were announced before, in memory or not', async () => {
    const before = start(ALL);
    await before.send([{ trace: out, span: 0 }]);
    await expect.poll(() => before.events.published.length, WAIT).toBe(1);
    await before.stop();
    const after = start(RULE, 50, before);
    await after.send([{ trace: out, span: 1 }]);
    await expect
      .poll(() => after.events.published.map(({ type }) => type), WAIT)
      .toContain('trace.completed');
    expect(after.keptTraces()).toEqual([traceId(out)]);
    expect(after.spansOf(out)).toBe(2);
  });

  it('withdraws what an earlier writer had stored and not decided', async () => {
    const before = start(RULE, 60_000);
    await before.send([{ trace: out, span: 0 }]);
    await before.stop();
    const after = start(RULE, 50, before);
    await expect.poll(() => after.keptTraces(), WAIT).toEqual([]);
    expect(after.spansOf(out)).toBe(0);
  });

  it('announces no trace that a user has deleted', async () => {
    const writer = start(ALL);
    await writer.send([{ trace: kept, span: 0 }]);
    const header = { workspaceId: 'default', experimentId: 0, traceId: traceId(kept), receivedAt: 0 };
    const entries = [
      { kind: 'info', key: 'state', value: 'OK' },
      { kind: 'deletion', key: DELETION_KEY, value: 'deleted' },
    ] as const;
    await writer.log.append([{ key: '', value: encodeEntriesRecord(header, entries) }]);
    await writer.log.barrier();
    await writer.send([{ trace: failing, span: 0 }]);
    await expect.poll(() => writer.events.published.length, WAIT).toBe(1);
    expect(writer.events.published[0]?.traceId).toBe(traceId(failing));
  });

  it('keeps the same traces however their spans are shuffled, split and repeated', async () => {
    const trace = fc.record({
      size: fc.integer({ min: 1, max: 3 }),
      error: fc.integer({ min: -3, max: 2 }),
      isSlow: fc.boolean(),
    });
    const streams = fc.array(trace, { minLength: 4, maxLength: 12 }).chain((traces) => {
      const spans = traces.flatMap(({ size, error, isSlow }, n) =>
        Array.from({ length: size }, (_, span): TestSpan => ({
          trace: n,
          span,
          isError: span === error,
          durationMs: isSlow ? 501 : 10,
        })),
      );
      const order = fc
        .shuffledSubarray([...spans, ...spans], { minLength: spans.length })
        .map((some) => [...some, ...spans]);
      return fc.record({ traces: fc.constant(traces), order, cuts: fc.integer({ min: 1, max: 7 }) });
    });
    await fc.assert(
      fc.asyncProperty(streams, async ({ traces, order, cuts }) => {
        const writer = start(RULE, 200);
        for (let at = 0; at < order.length; at += cuts)
          await writer.log.append(recordsOf(order.slice(at, at + cuts)));
        await writer.log.barrier();
        const expected = traces.flatMap(({ size, error, isSlow }, n) =>
          isInShare(traceId(n), RULE.share) || (error >= 0 && error < size) || isSlow ? [traceId(n)] : [],
        );
        await expect.poll(() => writer.keptTraces(), WAIT).toEqual(expected.sort());
        for (const [n, { size }] of traces.entries())
          expect(writer.spansOf(n)).toBe(expected.includes(traceId(n)) ? size : 0);
        await writer.send(order.map((span) => ({ ...span, isError: true })));
        expect(writer.keptTraces()).toEqual(expected);
        await writer.stop();
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
