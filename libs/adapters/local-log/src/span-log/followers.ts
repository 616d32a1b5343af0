import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Rejected, Unavailable } from '@millrace/domain';
import type { SpanFeedConsumption, SpanLogConsumer } from '@millrace/ports';
import { Logger } from '@nestjs/common';
import { settledWithin } from '../delivery/settled-within.ts';
import { PositionFile } from '../segments/position-file.ts';
import type { SegmentedLog } from '../segments/segmented-log.ts';
import { LocalConsumption } from './local-consumption.ts';

const POSITION = '.position';
const CLOSE_PATIENCE_MS = 1_500;

interface Follower {
  readonly position: PositionFile;
  consumption: LocalConsumption | undefined;
}

/** Everyone who reads the log beside the writer: a position file each. */
export class Followers {
  private readonly logger = new Logger(Followers.name);
  private log: SegmentedLog | undefined;
  private release: () => void = () => undefined;
  private lostBefore = 0;
  /** Changes of `groups`, one after the other. */
  private changing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly dir: string,
    private readonly maxHeldBytes: number,
    private readonly groups: Map<string, Follower>,
  ) {}

  static async open(dir: string, maxHeldBytes: number): Promise<Followers> {
    await mkdir(dir, { recursive: true, mode: 0o750 });
    const groups = new Map<string, Follower>();
    for (const name of await readdir(dir)) {
      if (!name.endsWith(POSITION)) continue;
      const position = await PositionFile.open(join(dir, name), 0);
      groups.set(decodeURIComponent(name.slice(0, -POSITION.length)), { position, consumption: undefined });
    }
    return new Followers(dir, maxHeldBytes, groups);
  }

  /** To be called once, with the log they follow and what frees records nobody needs. */
  start(log: SegmentedLog, release: () => void): void {
    this.log = log;
    this.release = release;
  }

  get furthest(): number {
    return Math.max(0, ...[...this.groups.values()].map(({ position }) => position.position));
  }

  /** The first record that a follower may still ask for. One that lags too far must not fill the disk. */
  get heldFrom(): number {
    const { log } = this;
    if (!log || this.groups.size === 0) return Infinity;
    const wanted = Math.min(...[...this.groups.values()].map(({ position }) => position.position));
    const kept = log.firstOfLast(this.maxHeldBytes);
    if (wanted < kept && this.lostBefore < kept) {
      this.lostBefore = kept;
      this.logger.error(
        `a follower of the span log is more than ${this.maxHeldBytes} bytes behind: records ${wanted} to ${kept - 1} are freed unread`,
      );
    }
    return Math.max(wanted, kept);
  }

  follow(group: string, consumer: SpanLogConsumer): Promise<SpanFeedConsumption> {
    return this.inTurn(async () => {
      const { log } = this;
      if (!log) throw new Unavailable('the span log is not open yet');
      const follower = this.groups.get(group) ?? (await this.create(group, log.end));
      if (follower.consumption?.isActive === true)
        throw new Rejected(`this process follows the span log as ${group} already: stop that first`);
      const { position } = follower;
      follower.consumption = new LocalConsumption({
        log,
        position,
        consumer,
        onCommitted: () => this.release(),
      });
      await follower.consumption.start();
      return follower.consumption;
    });
  }

  forget(group: string): Promise<void> {
    return this.inTurn(async () => {
      const follower = this.groups.get(group);
      if (!follower) return;
      if (follower.consumption?.isActive === true)
        throw new Unavailable(`the span log is still followed as ${group}`);
      this.groups.delete(group);
      await follower.position.close();
      await rm(this.pathOf(group), { force: true });
      this.release();
    });
  }

  async close(): Promise<void> {
    const followers = [...this.groups.values()];
    const stops = Promise.all(followers.map(({ consumption }) => consumption?.stop()));
    await settledWithin(
      stops.then(() => undefined),
      CLOSE_PATIENCE_MS,
    );
    await Promise.all(followers.map(({ position }) => position.close()));
  }

  private async create(group: string, at: number): Promise<Follower> {
    try {
      const position = await PositionFile.open(this.pathOf(group), at);
      const follower = { position, consumption: undefined };
      this.groups.set(group, follower);
      return follower;
    } catch (error) {
      throw new Unavailable(`the position of ${group} could not be created: ${String(error)}`, 1_000, {
        cause: error,
      });
    }
  }

  private inTurn<T>(change: () => Promise<T>): Promise<T> {
    const changed = this.changing.then(change);
    this.changing = changed.catch(() => undefined);
    return changed;
  }

  private pathOf(group: string): string {
    return join(this.dir, encodeURIComponent(group) + POSITION);
  }
}
