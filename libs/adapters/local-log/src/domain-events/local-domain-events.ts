import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable, type DomainEvent } from '@millrace/domain';
import { DomainEvents, type EventSubscription } from '@millrace/ports';
import type { OnApplicationShutdown } from '@nestjs/common';
import {
  DEFAULT_MAX_IN_FLIGHT_BYTES,
  localDomainEventsConfigSchema,
  type LocalDomainEventsConfig,
} from '../local-log.config.ts';
import { DirectoryLock } from '../segments/directory-lock.ts';
import { PositionFile } from '../segments/position-file.ts';
import { SegmentedLog } from '../segments/segmented-log.ts';
import { EventGroup } from './event-group.ts';

const POSITION = '.position';

/** DomainEvents in a folder: one log, and a position for each group that ever subscribed. */
export class LocalDomainEvents extends DomainEvents implements OnApplicationShutdown {
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly dir: string,
    private readonly log: SegmentedLog,
    private readonly groups: Map<string, Promise<EventGroup>>,
  ) {
    super();
  }

  /** Opens or creates the folder; throws a sentence when it can't be used. */
  static async open(config: LocalDomainEventsConfig): Promise<LocalDomainEvents> {
    const { dir } = localDomainEventsConfigSchema.parse(config);
    const lock = await DirectoryLock.take(dir);
    try {
      const positions = await openPositions(join(dir, 'groups'));
      const atLeast = Math.max(0, ...[...positions.values()].map(({ position }) => position));
      const maxInFlightBytes = DEFAULT_MAX_IN_FLIGHT_BYTES;
      const log = await SegmentedLog.open({ dir, lock, atLeast, maxInFlightBytes });
      const groups = new Map<string, Promise<EventGroup>>();
      const events = new LocalDomainEvents(dir, log, groups);
      for (const [name, position] of positions) groups.set(name, Promise.resolve(events.group(position)));
      return events;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  async publish(events: readonly DomainEvent[]): Promise<void> {
    if (this.closing !== undefined) throw new Unavailable('the domain events of this process are closed');
    // A group gets what comes after its first subscription: with no group yet nobody will ever ask for these.
    if (events.length === 0 || this.groups.size === 0) return;
    await this.log.append(events.map((event) => Buffer.from(JSON.stringify(event))));
  }

  async subscribe(group: string, handler: (event: DomainEvent) => Promise<void>): Promise<EventSubscription> {
    if (this.closing !== undefined) throw new Unavailable('the domain events of this process are closed');
    const known = this.groups.get(group) ?? this.createGroup(group);
    this.groups.set(group, known);
    return (await known).add(handler);
  }

  /** Stops all subscriptions and closes the files. Safe to call twice. */
  onApplicationShutdown(): Promise<void> {
    this.closing ??= this.close();
    return this.closing;
  }

  private async createGroup(name: string): Promise<EventGroup> {
    try {
      return this.group(await PositionFile.open(positionPath(join(this.dir, 'groups'), name), this.log.end));
    } catch (error) {
      this.groups.delete(name);
      throw new Unavailable(`the group ${name} could not be created: ${String(error)}`, 1_000, {
        cause: error,
      });
    }
  }

  private group(position: PositionFile): EventGroup {
    return new EventGroup({ log: this.log, position, onCommit: () => void this.release() });
  }

  /** Frees events that every group has handled. */
  private async release(): Promise<void> {
    const groups = await Promise.all(this.groups.values());
    this.log.release(Math.min(...groups.map(({ committed }) => committed)));
  }

  private async close(): Promise<void> {
    const groups = await Promise.all(this.groups.values());
    await Promise.all(groups.map((group) => group.close()));
    await this.log.close();
  }
}

async function openPositions(dir: string): Promise<Map<string, PositionFile>> {
  await mkdir(dir, { recursive: true, mode: 0o750 });
  const positions = new Map<string, PositionFile>();
  for (const name of await readdir(dir)) {
    if (!name.endsWith(POSITION)) continue;
    const group = decodeURIComponent(name.slice(0, -POSITION.length));
    positions.set(group, await PositionFile.open(join(dir, name), 0));
  }
  return positions;
}

function positionPath(dir: string, group: string): string {
  return join(dir, encodeURIComponent(group) + POSITION);
}
