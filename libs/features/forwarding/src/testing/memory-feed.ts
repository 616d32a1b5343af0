import { encodeSpansRecord, SpanFeed, type BlobClaim, type LogEntry, type ShardLag } from '@millrace/ports';
import type { SpanFeedConsumption, SpanLogConsumer } from '@millrace/ports';
import { encodeTracesRequest } from '@millrace/otlp';
import type { OtlpSpan } from '@millrace/domain';

/** A log of one shard in memory, followed by one group; its position outlives a consumption. */
export class MemoryFeed extends SpanFeed {
  readonly entries: LogEntry[] = [];
  committed = 0n;
  private deliver: (() => void) | undefined;

  append(
    spans: readonly OtlpSpan[],
    experimentId = 1,
    claims: readonly BlobClaim[] = [],
    otlp?: Uint8Array,
  ): void {
    const traceId = spans[0]?.traceId ?? '';
    const header = { workspaceId: 'default', experimentId, traceId, receivedAt: 0 };
    this.appendRecord(encodeSpansRecord(header, [otlp ?? encodeTracesRequest(spans)], claims));
  }

  appendRecord(value: Uint8Array): void {
    this.entries.push({ shard: 0, sequence: BigInt(this.entries.length + 1), appendedAt: 0, value });
    this.deliver?.();
  }

  async follow(_: string, consumer: SpanLogConsumer): Promise<SpanFeedConsumption> {
    let next = Number(this.committed);
    let isStopped = false;
    let pump = Promise.resolve();
    await consumer.onAssigned([{ shard: 0, owns: () => true }]);
    this.deliver = () => {
      pump = pump.then(async () => {
        const batch = this.entries.slice(next);
        if (isStopped || batch.length === 0) return;
        next += batch.length;
        await consumer.onEntries(0, batch);
      });
    };
    this.deliver();
    return {
      commit: async (_shard, sequence) => void (this.committed = sequence),
      lag: async (): Promise<ShardLag[]> => [
        { shard: 0, records: this.entries.length - Number(this.committed) },
      ],
      stop: async () => {
        isStopped = true;
        await pump;
      },
    };
  }

  async forget(): Promise<void> {
    this.committed = 0n;
  }
}
