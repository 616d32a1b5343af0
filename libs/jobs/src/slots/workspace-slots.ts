import { randomUUID } from 'node:crypto';
import { Unavailable } from '@millrace/domain';
import { waitBriefly } from '@millrace/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobsOptions } from '../jobs.config.ts';
import { LEASE_MS, SlotLeases } from './slot-leases.ts';
import { WorkspaceSlot, type Slot } from './workspace-slot.ts';

const BEAT_MS = LEASE_MS / 5;
const AWAY_MS = 2_000;
const CLOSE_MS = 1_000;

/**
 * Bounds how many jobs of a workspace run at once over all processes. A process keeps the slots it has for a while, so that most
 * jobs take one without a question to PostgreSQL.
 */
@Injectable()
export class WorkspaceSlots {
  private readonly leases: SlotLeases;
  private readonly workspaces = new Map<string, WorkspaceSlot>();
  private readonly limit: number;
  private beat: NodeJS.Timeout | undefined;

  constructor(dataSource: DataSource, options: JobsOptions) {
    this.leases = new SlotLeases(dataSource, randomUUID());
    this.limit = options.config.perWorkspace;
  }

  /** A slot, or how long to wait before asking again. */
  async take(workspaceId: string): Promise<Slot> {
    this.beat ??= setInterval(() => void this.keep(), BEAT_MS).unref();
    let workspace = this.workspaces.get(workspaceId);
    if (workspace === undefined) {
      workspace = new WorkspaceSlot(this.limit, (wanted) =>
        this.leases.take(workspaceId, wanted, this.limit),
      );
      this.workspaces.set(workspaceId, workspace);
    }
    try {
      return await workspace.take();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      return { isTaken: false, waitMs: AWAY_MS * (1 + Math.random()) };
    }
  }

  /** Gives all of them back. Safe twice. */
  async close(): Promise<void> {
    clearInterval(this.beat);
    if (this.workspaces.size === 0) return;
    this.workspaces.clear();
    const released = this.leases.release().catch(() => undefined);
    await waitBriefly(released, CLOSE_MS);
  }

  private async keep(): Promise<void> {
    const settled = [...this.workspaces].filter(([, workspace]) => !workspace.isAsking);
    if (settled.length === 0) return;
    const wanted = new Map(settled.map(([id, workspace]) => [id, workspace.shrink()]));
    const keeping = this.leases.keep(wanted).catch(() => undefined);
    for (const [id, workspace] of settled) {
      void workspace.keep(keeping.then((kept) => kept?.has(id)));
      if (workspace.isIdle) this.workspaces.delete(id);
    }
    await keeping;
  }
}
