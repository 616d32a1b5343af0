import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ForwardingLedger, type ForwardingTarget } from '@millrace/access';
import { Unavailable } from '@millrace/domain';
import { BlobStore, SpanFeed } from '@millrace/ports';
import { waitBriefly } from '@millrace/service-kit';
import { setTimeout as sleep } from 'node:timers/promises';
import { SendingTools } from './sending-tools.ts';
import { groupOf, type TargetForwarder } from './target-forwarder.ts';

/** How long a stop waits for positions and counts to be written, milliseconds. */
const DRAIN_MS = 1_500;

/** Runs a forwarder for every enabled target, each with its own group in the log, and tells how far they are. */
@Injectable()
export class ForwarderService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Forwarding');
  private readonly forwarders = new Map<number, TargetForwarder>();
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[] = [];

  constructor(
    private readonly feed: SpanFeed,
    private readonly blobs: BlobStore,
    private readonly ledger: ForwardingLedger,
    private readonly sending: SendingTools,
  ) {}

  onApplicationBootstrap(): void {
    const { refreshMs, reportMs } = this.sending.config;
    this.running.push(
      this.repeat(refreshMs, 'read forwarding targets', () => this.refresh()),
      this.repeat(reportMs, 'note the progress of forwarding', () => this.report()),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort();
    await waitBriefly(this.drain(), DRAIN_MS);
  }

  private async drain(): Promise<void> {
    await Promise.all(this.running);
    await Promise.all([...this.forwarders.values()].map((forwarder) => forwarder.stop()));
    await this.tell([...this.forwarders.values()]).catch(() => undefined);
  }

  /** A fault is told once, not at every try, until it is over. */
  private async repeat(everyMs: number, doing: string, work: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    let told: string | undefined;
    while (!signal.aborted) {
      try {
        await work();
        told = undefined;
      } catch (error) {
        const fault = error instanceof Error ? error.message : String(error);
        if (fault !== told && !signal.aborted) this.logger.warn(`cannot ${doing} now, trying on: ${fault}`);
        told = fault;
      }
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async refresh(): Promise<void> {
    const targets = await this.ledger.listTargets();
    for (const target of targets) {
      if (this.stopping.signal.aborted) return;
      if (target.isDeleted) await this.remove(target);
      else if (target.isEnabled) await this.run(target);
      else await this.end(target.id);
    }
    const known = new Set(targets.map(({ id }) => id));
    for (const id of [...this.forwarders.keys()]) if (!known.has(id)) await this.end(id);
  }

  private async run(target: ForwardingTarget): Promise<void> {
    const known = this.forwarders.get(target.id);
    if (known) return known.change(target);
    const forwarder = this.sending.forwarder(target, this.feed, this.blobs);
    await forwarder.start();
    this.forwarders.set(target.id, forwarder);
  }

  private async end(id: number): Promise<void> {
    const forwarder = this.forwarders.get(id);
    if (!forwarder) return;
    this.forwarders.delete(id);
    await forwarder.stop();
    await this.tell([forwarder]);
    this.sending.metrics.targetGone(id);
  }

  /** While another process still follows it, that is tried again at the next refresh. */
  private async remove({ id }: ForwardingTarget): Promise<void> {
    await this.end(id);
    try {
      await this.feed.forget(groupOf(id));
      await this.ledger.removeTarget(id);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      this.logger.debug(`forwarding target ${id} is not removed yet: ${error.message}`);
    }
  }

  private async report(): Promise<void> {
    const forwarders = [...this.forwarders.values()];
    for (const forwarder of forwarders) {
      await forwarder.commit();
      this.sending.metrics.lagging(forwarder.id, await forwarder.readLag());
    }
    await this.tell(forwarders);
  }

  private async tell(forwarders: readonly TargetForwarder[]): Promise<void> {
    for (const { id: targetId, progress } of forwarders) {
      for (const [shard, each] of progress) {
        const report = each.take();
        if (!report) continue;
        try {
          await this.ledger.note({ targetId, shard, ...report });
        } catch (error) {
          each.add(report);
          throw error;
        }
      }
    }
  }
}
