import {
  computeTrace,
  DELETION_KEY,
  emptyTraceParts,
  mergeEntry,
  mergeSpan,
  Rejected,
  Unavailable,
  type NormalSpan,
  type OtlpSpan,
  type TraceRow,
} from '@millrace/domain';
import { encodeTracesRequest } from '@millrace/otlp';
import { encodeEntriesRecord, encodeSpansRecord } from '@millrace/ports';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrashPoints } from './testing/crash-points.ts';
import { LogFile, MemorySpanLog } from './testing/memory-span-log.ts';
import { MemorySpanStore, StoredTables } from './testing/memory-span-store.ts';
import { settle, storeAll } from './testing/store-all.ts';
import { MemoryDomainEvents, startWriter } from './testing/writer-process.ts';

const RECEIVED_AT = Date.UTC(2026, 10, 21, 12);
const START = BigInt(RECEIVED_AT) * 1_000_000n;
const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');
const traceId = (n: number): string => hex(n + 1, 32);

interface TestSpan {
  readonly trace: number;
  readonly span: number;
  readonly parent?: number | undefined;
  readonly startMinutes?: number;
  readonly name?: string;
}

function otlpSpan({ trace, span, parent, startMinutes = 0, name = 'work' }: TestSpan): OtlpSpan {
  const start = START + BigInt(startMinutes) * 60_000_000_000n + BigInt(span);
  return {
    traceId: traceId(trace),
    spanId: hex(span + 1, 16),
    parentSpanId: parent === undefined ? undefined : hex(parent + 1, 16),
    name,
    kind: 1,
    startTimeUnixNano: start,
    endTimeUnixNano: start + 1_000n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map([['gen_ai.usage.input_tokens', 2n]]),
    events: [],
    links: [],
    origin: { resource: new Map([['service.name', 'test']]), scopeName: '', scopeVersion: '' },
  };
}

const header = (trace: number, experimentId = 0) => ({
  workspaceId: 'default',
  experimentId,
  traceId: traceId(trace),
  receivedAt: RECEIVED_AT,
});
const spansRecord = (trace: number, spans: readonly TestSpan[], experimentId = 0): Uint8Array =>
  encodeSpansRecord(header(trace, experimentId), [encodeTracesRequest(spans.map(otlpSpan))]);
const tagRecord = (trace: number, key: string, value: string | undefined): Uint8Array =>
  encodeEntriesRecord(header(trace), [{ kind: 'tag', key, ...(value !== undefined && { value }) }]);

/** Rows without their version: that names the log's positions, which shuffling changes. */
function answers(tables: StoredTables): unknown {
  return tables
    .visibleTraces()
    .map((row) => ({
      ...row,
      version: 0n,
      contentVersion: 0n,
      tags: [...row.tags].sort(),
      metadata: [...row.metadata].sort(),
    }))
    .sort((a, b) => (a.traceId < b.traceId ? -1 : 1));
}

describe('writer', () => {
  it('stores spans and one row for each trace', async () => {
    const tables = await storeAll([
      spansRecord(1, [{ trace: 1, span: 1, parent: 0 }]),
      spansRecord(2, [{ trace: 2, span: 0 }]),
      spansRecord(1, [{ trace: 1, span: 0, name: 'root' }]),
    ]);
    expect(tables.visibleSpans()).toHaveLength(3);
    expect(answers(tables)).toMatchObject([
      { traceId: traceId(1), name: 'root', spanCount: 2, state: 'OK', tokens: { input: 2 } },
      { traceId: traceId(2), spanCount: 1 },
    ]);
  });

  it('keeps a tag that came before any span of its trace', async () => {
    const tables = await storeAll([tagRecord(1, 'team', 'search')]);
    expect(tables.visibleTraces()).toEqual([]);
    const file = new LogFile();
    file.append([tagRecord(1, 'team', 'search'), spansRecord(1, [{ trace: 1, span: 0 }])]);
    file.committed = 1n;
    await settle(file, tables);
    expect(tables.visibleTraces().map((row) => row.tags.get('team'))).toEqual(['search']);
  });

  it('moves a trace whose start or experiment changes, and leaves no double', async () => {
    const tables = await storeAll([
      spansRecord(1, [{ trace: 1, span: 1, parent: 0, startMinutes: 90 }], 3),
      spansRecord(1, [{ trace: 1, span: 0, startMinutes: 0 }], 5),
      spansRecord(1, [{ trace: 1, span: 1, parent: 0, startMinutes: 91 }], 3),
    ]);
    expect(answers(tables)).toMatchObject([{ experimentId: 5, spanCount: 2, requestTimeUnixNano: START }]);
    expect(tables.visibleSpans()).toHaveLength(2);
  });

  it('drops everything of a deleted trace, also what comes later', async () => {
    const deletion = encodeEntriesRecord(header(1), [{ kind: 'deletion', key: DELETION_KEY, value: '1' }]);
    const spans = spansRecord(1, [{ trace: 1, span: 0 }]);
    const tables = await storeAll([spans, deletion, spans, spansRecord(2, [{ trace: 2, span: 0 }])]);
    expect(answers(tables)).toMatchObject([{ traceId: traceId(2) }]);
    expect(tables.visibleSpans()).toHaveLength(1);
  });

  it('puts a poison record aside with its reason and goes on', async () => {
    const tables = await storeAll([
      spansRecord(1, [{ trace: 1, span: 0 }]),
      Buffer.from('rubbish'),
      spansRecord(2, [{ trace: 2, span: 0 }]),
    ]);
    expect(tables.visibleTraces()).toHaveLength(2);
    expect([...tables.deadLetters.values()]).toMatchObject([
      { id: '0-2', reason: expect.stringContaining('log record') as string },
    ]);
  });

  it('finds the one record that storage refuses among many', async () => {
    const tables = new StoredTables();
    const refuse = (spans: readonly NormalSpan[]): void => {
      if (spans.some(({ source }) => source.name === 'poison')) throw new Rejected('no such value');
    };
    const file = new LogFile();
    file.append(
      Array.from({ length: 9 }, (_, i) =>
        spansRecord(i, [{ trace: i, span: 0, name: i === 4 ? 'poison' : 'fine' }]),
      ),
    );
    await settle(file, tables, {
      store: new MemorySpanStore(tables, new CrashPoints(), refuse),
      config: { lingerMs: 1_000 },
    });
    expect(tables.visibleTraces()).toHaveLength(8);
    expect([...tables.deadLetters.values()]).toMatchObject([
      { id: '0-5', traceId: traceId(4), reason: 'no such value' },
    ]);
  });

  it('waits for storage that is away and then stores everything', async () => {
    const tables = new StoredTables();
    let refusals = 3;
    const refuse = (): void => {
      if (refusals-- > 0) throw new Unavailable('storage is away');
    };
    const file = new LogFile();
    file.append([spansRecord(1, [{ trace: 1, span: 0 }])]);
    await settle(file, tables, { store: new MemorySpanStore(tables, new CrashPoints(), refuse) });
    expect(tables.visibleTraces()).toHaveLength(1);
    expect(tables.deadLetters.size).toBe(0);
  });

  it('is not ready while storage takes nothing, though it answers', async () => {
    let isFull = true;
    const refuse = (): void => {
      if (isFull) throw new Unavailable('the disk of storage is full');
    };
    const file = new LogFile();
    file.append([spansRecord(1, [{ trace: 1, span: 0 }])]);
    const log = new MemorySpanLog(file, new CrashPoints());
    const store = new MemorySpanStore(new StoredTables(), new CrashPoints(), refuse);
    const writer = startWriter({ log, store });
    await expect.poll(() => writer.checkReady().catch(String)).toContain('the disk of storage is full');
    isFull = false;
    await expect.poll(() => writer.checkReady().catch(String)).toBeUndefined();
    await writer.beforeApplicationShutdown();
  });

  it('is ready once the log has spoken, and stands by without a part of it', async () => {
    const log = new MemorySpanLog(new LogFile(), new CrashPoints());
    const writer = startWriter({ log, store: new MemorySpanStore(new StoredTables(), new CrashPoints()) });
    await expect(writer.checkReady()).rejects.toThrow(Unavailable);
    await expect.poll(() => writer.checkReady().catch(String)).toBeUndefined();
    await writer.onRevoked([0]);
    expect(await writer.checkReady()).toBe('standing by: no partition assigned');
    await writer.onAssigned([{ shard: 1, owns: () => true }]);
    expect(await writer.checkReady()).toBeUndefined();
    await writer.beforeApplicationShutdown();
  });

  it('announces a trace once it is idle, and again after late spans', async () => {
    const file = new LogFile();
    const tables = new StoredTables();
    const events = new MemoryDomainEvents();
    const log = new MemorySpanLog(file, new CrashPoints());
    const writer = startWriter({
      log,
      store: new MemorySpanStore(tables, new CrashPoints()),
      events,
      config: { completionIdleMs: 30 },
    });
    const types = (): string[] => events.published.map(({ type }) => type);
    await log.append([{ key: '', value: spansRecord(1, [{ trace: 1, span: 0 }]) }]);
    await expect.poll(types, { timeout: 5_000 }).toEqual(['trace.completed']);
    await log.append([{ key: '', value: spansRecord(1, [{ trace: 1, span: 1, parent: 0 }]) }]);
    await expect
      .poll(types, { timeout: 5_000 })
      .toEqual(['trace.completed', 'trace.reopened', 'trace.completed']);
    await writer.beforeApplicationShutdown();
    // The next process finds nothing left to announce.
    const later = new MemoryDomainEvents();
    await settle(file, tables, { events: later, config: { completionIdleMs: 1 } });
    expect(later.published).toEqual([]);
  });
});

describe('what reopens a trace', () => {
  const assessment = (id: string): Uint8Array =>
    encodeEntriesRecord(header(1), [
      { kind: 'assessment', key: id, value: '{"name":"fluent","value":true}' },
      { kind: 'metadata', key: 'reviewed', value: 'yes' },
      { kind: 'run', key: 'run-1', value: '1' },
    ]);
  const root = spansRecord(1, [{ trace: 1, span: 0 }]);
  const late = spansRecord(1, [{ trace: 1, span: 1, parent: 0 }]);

  function start(file: LogFile, tables: StoredTables, completionIdleMs: number) {
    const events = new MemoryDomainEvents();
    const log = new MemorySpanLog(file, new CrashPoints());
    const store = new MemorySpanStore(tables, new CrashPoints());
    const writer = startWriter({ log, store, events, config: { completionIdleMs } });
    const seen = (): string[] => events.published.map(({ id }) => id.replace(/^[^:]*:/, ''));
    const append = async (value: Uint8Array) => log.append([{ key: '', value }]);
    return { writer, seen, append };
  }

  it('is no tag, link, metadata or assessment', async () => {
    const file = new LogFile();
    const tables = new StoredTables();
    const first = start(file, tables, 20);
    await first.append(root);
    await expect.poll(first.seen, { timeout: 5_000 }).toEqual(['1:trace.completed']);
    await first.append(tagRecord(1, 'team', 'search'));
    await first.append(assessment('a-1'));
    await expect.poll(() => tables.visibleTraces()).toMatchObject([{ version: 3n, contentVersion: 1n }]);
    await first.append(late);
    await expect
      .poll(first.seen, { timeout: 5_000 })
      .toEqual(['1:trace.completed', '4:trace.reopened', '4:trace.completed']);
    await first.append(assessment('a-2'));
    await first.writer.beforeApplicationShutdown();
    expect(first.seen()).toHaveLength(3);
    const next = start(file, tables, 1);
    await next.append(tagRecord(1, 'team', undefined));
    await next.append(spansRecord(2, [{ trace: 2, span: 0 }]));
    await expect.poll(next.seen, { timeout: 5_000 }).toEqual(['7:trace.completed']);
    await next.writer.beforeApplicationShutdown();
  });

  it('does not wait longer for what is said about an idle trace', async () => {
    const { writer, seen, append } = start(new LogFile(), new StoredTables(), 1_000);
    await append(root);
    const chatter = setInterval(() => void append(assessment('a-1')), 100);
    await expect.poll(seen, { timeout: 5_000 }).toEqual(['1:trace.completed']);
    clearInterval(chatter);
    await writer.beforeApplicationShutdown();
  });

  it('is nothing that an earlier release has announced, at the version of the whole row', async () => {
    const file = new LogFile();
    const tables = await storeAll([root, tagRecord(1, 'team', 'search')]);
    file.append([root, tagRecord(1, 'team', 'search')]);
    file.committed = 2n;
    const batch = new MemorySpanStore(tables, new CrashPoints()).openBatch();
    const key = { workspaceId: 'default', traceId: traceId(1) };
    batch.addEntries(key, [{ kind: 'completion', key: '2', value: '', sequence: 2n }]);
    await batch.write();
    const { writer, seen, append } = start(file, tables, 20);
    await append(tagRecord(1, 'team', 'billing'));
    await append(spansRecord(2, [{ trace: 2, span: 0 }]));
    await expect.poll(seen, { timeout: 5_000 }).toEqual(['4:trace.completed']);
    await append(late);
    await expect
      .poll(seen, { timeout: 5_000 })
      .toEqual(['4:trace.completed', '5:trace.reopened', '5:trace.completed']);
    await writer.beforeApplicationShutdown();
  });
});

describe('promise 1: a kill between any two steps loses nothing and doubles nothing', () => {
  const records = [
    spansRecord(1, [{ trace: 1, span: 1, parent: 0, startMinutes: 70 }], 2),
    tagRecord(1, 'team', 'search'),
    spansRecord(2, [{ trace: 2, span: 0 }]),
    spansRecord(1, [{ trace: 1, span: 0 }]),
    spansRecord(2, [{ trace: 2, span: 1, parent: 0 }]),
    Buffer.from('rubbish'),
    tagRecord(2, 'team', undefined),
  ];

  it('over every step', async () => {
    const expected = answers(await storeAll(records));
    const whole = new CrashPoints();
    const total = await runUntilDeath(new LogFile(), new StoredTables(), whole);
    expect(total).toBeGreaterThan(10);
    for (let step = 1; step <= total; step += 1) {
      const file = new LogFile();
      const tables = new StoredTables();
      await runUntilDeath(file, tables, new CrashPoints(step));
      await settle(file, tables);
      expect(answers(tables), `killed at step ${step}`).toEqual(expected);
      expect(tables.visibleSpans()).toHaveLength(4);
      expect(tables.deadLetters.size).toBe(1);
    }
  });

  /** Appends the records one after the other to a writer that dies at the chosen step; how many steps it made. */
  async function runUntilDeath(file: LogFile, tables: StoredTables, crash: CrashPoints): Promise<number> {
    const log = new MemorySpanLog(file, crash);
    const writer = startWriter({ log, store: new MemorySpanStore(tables, crash), config: { lingerMs: 0 } });
    for (const value of records) {
      await log.append([{ key: '', value }]);
      await Promise.race([crash.death, new Promise((resolve) => setTimeout(resolve, 3))]);
    }
    await Promise.race([crash.death, log.barrier()]);
    void writer;
    return crash.count;
  }
});

describe('promise 2: order, duplicates and lateness never change an answer', () => {
  it('for any shuffling, splitting and repetition of a stream', async () => {
    const spans: TestSpan[] = [0, 1].flatMap((trace) => [
      { trace, span: 0, startMinutes: 30 * trace },
      ...[1, 2, 3].map((span) => ({ trace, span, parent: span - 1, startMinutes: 40 * span })),
    ]);
    const expected = answers(
      await storeAll(
        [0, 1].map((trace) =>
          spansRecord(
            trace,
            spans.filter((span) => span.trace === trace),
          ),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...spans, ...spans], { minLength: 0 }),
        fc.nat(4),
        fc.nat(3),
        async (some, groupSize, cut) => {
          const order = [...some, ...spans.filter((span) => !some.includes(span))];
          const file = new LogFile();
          const tables = new StoredTables();
          file.append(group(order, groupSize + 1));
          // A first writer with a tiny memory gets part of the stream, another one the rest.
          const crash = new CrashPoints(cut * 5 + 3);
          startWriter({
            log: new MemorySpanLog(file, crash, 1),
            store: new MemorySpanStore(tables, crash),
            config: { cachedSpans: 1 },
          });
          await Promise.race([crash.death, new Promise((resolve) => setTimeout(resolve, 20))]);
          await settle(file, tables, { config: { cachedSpans: 1 } });
          expect(answers(tables)).toEqual(expected);
          expect(tables.visibleSpans()).toHaveLength(spans.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('computes the same row from memory as from storage', async () => {
    const tables = await storeAll([spansRecord(1, [{ trace: 1, span: 0 }]), tagRecord(1, 'a', 'b')]);
    const [row] = tables.visibleTraces();
    const [stored] = await new MemorySpanStore(tables, new CrashPoints()).loadTraces([
      { workspaceId: 'default', traceId: traceId(1) },
    ]);
    const parts = emptyTraceParts();
    for (const span of stored?.spans ?? []) mergeSpan(parts, span);
    for (const entry of stored?.entries ?? []) mergeEntry(parts, entry);
    expect(computeTrace({ workspaceId: 'default', traceId: traceId(1) }, parts)).toEqual(
      row satisfies TraceRow | undefined,
    );
  });
});

/** Neighbouring spans of one trace in one record, as a client would batch them. */
function group(spans: readonly TestSpan[], size: number): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at < spans.length;) {
    const trace = spans[at]?.trace ?? 0;
    const batch: TestSpan[] = [];
    while (at < spans.length && batch.length < size && spans[at]?.trace === trace)
      batch.push(...spans.slice(at, ++at));
    records.push(spansRecord(trace, batch));
  }
  return records;
}
