import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenSpanLog, SpanLogHarness } from './harness.ts';
import { numberedRecord, recordId } from './numbered-records.ts';
import { RecordingConsumer } from './recording-consumer.ts';
import { useTestLogs, type TestLog } from './storages.ts';

const SEED = 20_261_121;

type Step =
  | { readonly kind: 'append'; readonly traces: readonly number[]; readonly bytes: number }
  | { readonly kind: 'commit'; readonly share: number }
  | { readonly kind: 'stop' }
  | { readonly kind: 'reopen' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      traces: fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
      bytes: fc.oneof(fc.nat(300), fc.nat(100_000)),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('commit' as const), share: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stop' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);

/** Random histories of appends, commits, stops and restarts against what the port promises. */
export function describeInterleavings(harness: SpanLogHarness): void {
  describe('interleavings', () => {
    const createLog = useTestLogs(harness);

    it('loses, reorders and renumbers nothing in any history', { timeout: 240_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 14 }), async (steps) => {
          const history = await History.begin(await createLog());
          for (const step of steps) await history.play(step);
          await history.end();
        }),
        { numRuns: harness.histories ?? 25, seed: SEED, endOnFailure: true },
      );
    });
  });
}

class History {
  private readonly next = new Map<number, number>();
  private readonly committed = new Map<number, bigint>();
  private readonly uncommitted = new Set<string>();
  private readonly sequences = new Map<string, bigint>();
  private readonly faults: string[] = [];

  private constructor(
    private readonly storage: TestLog,
    private opened: OpenSpanLog,
    private reader: RecordingConsumer,
  ) {}

  static async begin(storage: TestLog): Promise<History> {
    const opened = await storage.open();
    return new History(storage, opened, await RecordingConsumer.start(opened.log, { commits: false }));
  }

  async play(step: Step): Promise<void> {
    if (step.kind === 'append') await this.append(step.traces, step.bytes);
    if (step.kind === 'commit') await this.commit(step.share);
    if (step.kind === 'stop' || step.kind === 'reopen') await this.stopReader();
    if (step.kind === 'reopen') {
      await this.opened.close();
      this.opened = await this.storage.open();
    }
    if (step.kind === 'stop' || step.kind === 'reopen') await this.startReader();
  }

  /** Everything not committed must come once more. */
  async end(): Promise<void> {
    await this.stopReader();
    await this.startReader();
    await this.reader.waitFor(this.uncommitted);
    await this.stopReader();
    await this.opened.close();
  }

  private async append(traces: readonly number[], bytes: number): Promise<void> {
    const ids: string[] = [];
    const records = traces.map((trace) => {
      const number = this.next.get(trace) ?? 0;
      this.next.set(trace, number + 1);
      ids.push(recordId(trace, number));
      return numberedRecord(trace, number, bytes);
    });
    await this.opened.log.append(records);
    for (const id of ids) this.uncommitted.add(id);
  }

  private async commit(share: number): Promise<void> {
    await this.reader.waitFor(this.uncommitted);
    const { deliveries } = this.reader;
    const upTo = deliveries[Math.floor(((deliveries.length - 1) * share) / 100)];
    if (upTo === undefined || upTo.sequence <= this.committedOf(upTo.shard)) return;
    await this.reader.commit(upTo.shard, upTo.sequence);
    this.committed.set(upTo.shard, upTo.sequence);
    for (const { id, shard, sequence } of deliveries) {
      if (id !== undefined && shard === upTo.shard && sequence <= upTo.sequence) this.uncommitted.delete(id);
    }
  }

  private async startReader(): Promise<void> {
    const committed = new Map(this.committed);
    this.reader = await RecordingConsumer.start(this.opened.log, {
      commits: false,
      before: async (shard, entries) => {
        const first = entries[0]?.sequence ?? 0n;
        if (first <= (committed.get(shard) ?? -1n)) this.faults.push(`${first} came though committed`);
      },
    });
  }

  private async stopReader(): Promise<void> {
    await this.reader.stop();
    this.reader.expectOrder();
    expect(this.faults).toEqual([]);
    for (const { id, sequence } of this.reader.deliveries) {
      if (id === undefined) continue;
      expect(this.sequences.get(id) ?? sequence, `sequence of ${id}`).toBe(sequence);
      this.sequences.set(id, sequence);
    }
  }

  private committedOf(shard: number): bigint {
    return this.committed.get(shard) ?? -1n;
  }
}
