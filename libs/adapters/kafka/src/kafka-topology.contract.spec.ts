import { Unavailable } from '@millrace/domain';
import {
  decodeTraceRecord,
  encodeEntriesRecord,
  logKey,
  type LogEntry,
  type LogShard,
  type SpanLogConsumer,
  type SpanLogConsumption,
} from '@millrace/ports';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { KafkaSpanLog } from './kafka-span-log.ts';
import type { KafkaConfig } from './kafka.config.ts';
import { shardOf } from './shard-of.ts';
import { KafkaFixture } from './testing/kafka-fixture.ts';

const PATIENCE = { timeout: 45_000, interval: 20 };
const kafka = new KafkaFixture();

beforeAll(() => kafka.start());
afterAll(() => kafka.stop());

describe('KafkaSpanLog among several processes', () => {
  const opened: KafkaSpanLog[] = [];
  afterEach(async () => {
    for (const log of opened.splice(0)) await log.onApplicationShutdown();
  });

  async function open(config: KafkaConfig): Promise<KafkaSpanLog> {
    const log = await kafka.openSpanLog(config);
    opened.push(log);
    return log;
  }

  it('loses nothing while consumers come and go under load', async () => {
    const config = kafka.newConfig({ partitions: 6 });
    const ingest = await open(config);
    const journal = new Journal();
    const [first, second] = [
      new Collector(undefined, 'at once', journal),
      new Collector(undefined, 'at once', journal),
    ];
    const load = new Load(ingest);
    await first.start(await open(config));
    await load.reach(200);
    const secondLog = await open(config);
    await second.start(secondLog);
    await vi.waitFor(() => expect([first.shards.size, second.shards.size]).toEqual([3, 3]), PATIENCE);
    await vi.waitFor(() => expect(second.committed.size).toBeGreaterThan(0), PATIENCE);
    await load.reach(400);
    await secondLog.onApplicationShutdown();
    await vi.waitFor(() => expect(first.shards.size).toBe(6), PATIENCE);
    await load.reach(600);
    await load.stop();
    await vi.waitFor(() => {
      expect(missing(load.acknowledged, first.committed, second.committed)).toEqual([]);
    }, PATIENCE);
    expect([...first.faults, ...second.faults]).toEqual([]);
    await vi.waitFor(
      async () => expect(await ingest.freshness()).toMatchObject({ isComplete: true }),
      PATIENCE,
    );
  });

  it('gives shards over to a second consumer while the first holds a delivery', async () => {
    const config = kafka.newConfig({ partitions: 2 });
    const ingest = await open(config);
    const release = Promise.withResolvers<void>();
    const journal = new Journal();
    const first = new Collector(() => release.promise, 'at once', journal);
    await first.start(await open(config));
    await ingest.append(Array.from({ length: 40 }, (_, n) => record(n)));
    await vi.waitFor(() => expect(first.deliveries).toBeGreaterThan(0), PATIENCE);
    const second = new Collector(undefined, 'at once', journal);
    await second.start(await open(config));
    await vi.waitFor(() => expect(second.shards.size).toBe(1), PATIENCE);
    await vi.waitFor(() => expect(second.committed.size).toBeGreaterThan(0), PATIENCE);
    release.resolve();
    await vi.waitFor(() => {
      expect(
        missing(
          Array.from({ length: 40 }, (_, n) => String(n)),
          first.committed,
          second.committed,
        ),
      ).toEqual([]);
    }, PATIENCE);
    expect([...first.faults, ...second.faults]).toEqual([]);
  });

  it('keeps a held shard for longer than the session timeout', async () => {
    const config = kafka.newConfig({ partitions: 1 });
    const log = await open(config);
    const release = Promise.withResolvers<void>();
    const reader = new Collector(() => release.promise);
    await reader.start(log);
    await log.append([record(0)]);
    await vi.waitFor(() => expect(reader.deliveries).toBe(1), PATIENCE);
    await sleep(config.sessionTimeoutMs * 1.5);
    release.resolve();
    await vi.waitFor(() => expect(reader.committed.size).toBe(1), PATIENCE);
    expect([reader.deliveries, reader.assignments, reader.revocations]).toEqual([1, 1, 0]);
  });

  it('lets a consumer beyond the partitions stand by, ready to take over', async () => {
    const config = kafka.newConfig({ partitions: 1 });
    const ingest = await open(config);
    const collectors = [new Collector(), new Collector()];
    const logs: KafkaSpanLog[] = [];
    for (const collector of collectors) {
      const log = await open(config);
      logs.push(log);
      await collector.start(log);
    }
    const shardCounts = () => collectors.map(({ shards }) => shards.size).sort();
    await vi.waitFor(() => {
      expect(collectors.every(({ assignments }) => assignments > 0)).toBe(true);
      expect(shardCounts()).toEqual([0, 1]);
    }, PATIENCE);
    for (const log of logs) await vi.waitFor(() => log.checkReady(), PATIENCE);
    const standby = collectors.findIndex(({ shards }) => shards.size === 0);
    await logs[1 - standby]?.onApplicationShutdown();
    await ingest.append([record(1)]);
    await vi.waitFor(() => expect(collectors[standby]?.committed.size).toBe(1), PATIENCE);
  });

  it('answers a barrier in a process that never consumes', async () => {
    const config = kafka.newConfig({ partitions: 2 });
    const [ingest, writer, reader] = [await open(config), await open(config), await open(config)];
    const collector = new Collector(undefined, 'at a barrier');
    await collector.start(writer);
    await vi.waitFor(() => expect(collector.shards.size).toBe(2), PATIENCE);
    for (let n = 0; n < 10; n++) {
      await ingest.append([record(n)]);
      const key = n % 2 === 0 ? { key: record(n).key } : {};
      expect(await reader.barrier({ timeoutMs: 10_000, ...key })).toMatchObject({ isComplete: true });
      expect(collector.committed.has(String(n))).toBe(true);
    }
    expect(await reader.freshness()).toMatchObject({ isComplete: true });
  });

  it('shares one barrier record among readers who wait for the same end', async () => {
    const config = kafka.newConfig({ partitions: 1 });
    const log = await open(config);
    await log.append([record(0)]);
    const waiting = Array.from({ length: 50 }, () => log.barrier({ timeoutMs: 5_000 }));
    await sleep(500);
    const collector = new Collector();
    await collector.start(log);
    for (const answer of await Promise.all(waiting)) expect(answer.isComplete).toBe(true);
    expect(collector.barriers).toBe(1);
  });
});

describe('KafkaSpanLog without its broker', () => {
  it('starts before the broker, refuses at once, and works when the broker is there', async () => {
    const config = kafka.newConfig({ partitions: 1 });
    await kafka.broker.kill();
    const log = kafka.createSpanLog(config);
    const started = performance.now();
    await expect(log.append([record(0)])).rejects.toThrow(Unavailable);
    await expect(log.barrier({ timeoutMs: 100 })).rejects.toThrow(Unavailable);
    await expect(log.checkReady()).rejects.toThrow(Unavailable);
    const reader = new Collector();
    await reader.start(log);
    expect(performance.now() - started).toBeLessThan(3_000);
    await kafka.broker.restart();
    await vi.waitFor(() => log.append([record(0)]), PATIENCE);
    await vi.waitFor(() => expect(reader.committed.has('0')).toBe(true), PATIENCE);
    await log.onApplicationShutdown();
  });

  it('loses no acknowledged record when the broker is killed mid-stream, and goes on by itself', async () => {
    const log = await kafka.openSpanLog(kafka.newConfig({ partitions: 3 }));
    const reader = new Collector();
    await reader.start(log);
    const load = new Load(log);
    await load.reach(300);
    await kafka.broker.kill();
    await vi.waitFor(() => expect(load.refused).toBeGreaterThan(0), PATIENCE);
    await kafka.broker.restart();
    await load.reach(600);
    await load.stop();
    await vi.waitFor(() => expect(missing(load.acknowledged, reader.committed)).toEqual([]), PATIENCE);
    expect(reader.faults).toEqual([]);
    await vi.waitFor(async () => expect(await log.freshness()).toMatchObject({ isComplete: true }), PATIENCE);
    await vi.waitFor(() => log.checkReady(), PATIENCE);
    await log.onApplicationShutdown();
  });
});

function missing(wanted: Iterable<string>, ...seen: readonly ReadonlySet<string>[]): string[] {
  return [...wanted].filter((each) => !seen.some((set) => set.has(each)));
}

function record(number: number) {
  const traceId = number.toString(16).padStart(32, '0');
  const header = { workspaceId: 'spec', experimentId: 1, traceId, receivedAt: 0 };
  const value = encodeEntriesRecord(header, [{ kind: 'tag', key: 'number', value: String(number) }]);
  return { key: logKey('spec', traceId), value };
}

/** Appends numbered records without end, each again until it is acknowledged. */
class Load {
  readonly acknowledged = new Set<string>();
  refused = 0;
  private next = 0;
  private isStopped = false;
  private readonly workers: Promise<void>[];

  constructor(private readonly log: KafkaSpanLog) {
    this.workers = Array.from({ length: 4 }, () => this.work());
  }

  async reach(count: number): Promise<void> {
    await vi.waitFor(() => expect(this.acknowledged.size).toBeGreaterThanOrEqual(count), PATIENCE);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.workers);
  }

  private async work(): Promise<void> {
    while (!this.isStopped) {
      const number = this.next++;
      while (!(await this.append(number))) await sleep(50);
      this.acknowledged.add(String(number));
      await sleep(5);
    }
  }

  private async append(number: number): Promise<boolean> {
    try {
      await this.log.append([record(number)]);
      return true;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      this.refused++;
      return this.isStopped;
    }
  }
}

/** How far commits were tried in each shard, by whichever collector: one that failed may have reached the broker all the same. */
class Journal {
  private readonly tried = new Map<number, bigint>();

  note(shard: number, sequence: bigint): void {
    if (sequence > this.last(shard)) this.tried.set(shard, sequence);
  }

  last(shard: number): bigint {
    return this.tried.get(shard) ?? 2n ** 48n - 1n;
  }
}

/** A writer in small: knows what it has committed, and whether it was called by the rules. */
class Collector implements SpanLogConsumer {
  /** Numbers whose commit was tried. */
  readonly committed = new Set<string>();
  readonly shards = new Map<number, LogShard>();
  readonly faults: string[] = [];
  deliveries = 0;
  barriers = 0;
  assignments = 0;
  revocations = 0;
  private readonly gathered = new Map<number, string[]>();
  private readonly reached = new Map<number, bigint>();
  private readonly consumption = Promise.withResolvers<SpanLogConsumption>();

  constructor(
    private readonly before: () => Promise<void> = async () => undefined,
    private readonly commits: 'at once' | 'at a barrier' = 'at once',
    private readonly journal = new Journal(),
  ) {}

  async start(log: KafkaSpanLog): Promise<void> {
    this.consumption.resolve(await log.consume(this));
  }

  async onAssigned(shards: readonly LogShard[]): Promise<void> {
    this.assignments++;
    for (const shard of shards) {
      if (this.shards.has(shard.shard)) this.faults.push(`shard ${shard.shard} was assigned twice`);
      this.shards.set(shard.shard, shard);
      this.gathered.set(shard.shard, []);
      this.reached.delete(shard.shard);
    }
  }

  async onRevoked(shards: readonly number[]): Promise<void> {
    this.revocations++;
    for (const shard of shards) this.shards.delete(shard);
  }

  async onEntries(shard: number, entries: readonly LogEntry[]): Promise<void> {
    this.deliveries++;
    if (!this.shards.has(shard)) this.faults.push(`entries of shard ${shard}, which is not owned`);
    this.checkUnbroken(shard, entries);
    await this.before();
    let isDue = this.commits === 'at once';
    const gathered = this.gathered.get(shard) ?? [];
    for (const { value } of entries) {
      const each = decodeTraceRecord(value);
      if (each.kind === 'barrier') this.barriers++;
      if (each.kind === 'barrier') isDue = true;
      if (each.kind === 'entries') gathered.push(this.numberOf(shard, each.traceId));
    }
    const last = entries.at(-1);
    if (isDue && last) await this.commit(shard, last.sequence, gathered.splice(0));
  }

  /** Offsets have no holes here, so a skipped record shows; a new owner may begin no later than after the last try to commit. */
  private checkUnbroken(shard: number, entries: readonly LogEntry[]): void {
    for (const { sequence } of entries) {
      const before = this.reached.get(shard);
      const isGood =
        before === undefined ? sequence <= this.journal.last(shard) + 1n : sequence === before + 1n;
      if (!isGood) this.faults.push(`shard ${shard} skipped from ${before} to ${sequence}`);
      this.reached.set(shard, sequence);
    }
  }

  private numberOf(shard: number, traceId: string): string {
    const owner = this.shards.get(shard);
    if (owner && !owner.owns(logKey('spec', traceId)))
      this.faults.push(`${traceId} came through shard ${shard}`);
    return String(Number.parseInt(traceId, 16));
  }

  private async commit(shard: number, sequence: bigint, numbers: readonly string[]): Promise<void> {
    const consumption = await this.consumption.promise;
    this.journal.note(shard, sequence);
    for (const number of numbers) this.committed.add(number);
    try {
      await consumption.commit(shard, sequence);
    } catch (error) {
      if (!(error instanceof Unavailable)) this.faults.push(String(error));
    }
  }
}

it('spreads the records of this spec over the shards', () => {
  const shards = new Set(Array.from({ length: 40 }, (_, n) => shardOf(record(n).key, 2)));
  expect(shards.size).toBe(2);
});
