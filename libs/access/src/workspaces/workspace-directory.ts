import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejected, Unavailable } from '@millrace/domain';
import { askDatabase } from '../database/ask-database.ts';
import { Workspace } from '../entities/workspace.entity.ts';

/** The workspace of whoever names none. It is there from the start and can't be deleted. */
export const DEFAULT_WORKSPACE_ID = 'default';

const FRESH_MS = 5000;
const MOST_KNOWN = 10_000;

/**
 * Which workspaces there are, for services that answer requests in one of them. Answers may be 5 s old; while PostgreSQL is
 * down, what was known before is still answered.
 */
@Injectable()
export class WorkspaceDirectory {
  /** When each was last seen, in milliseconds since the epoch. */
  private readonly seenAt = new Map<string, number>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * The id of the workspace of that name; of the default one without a name, which needs no PostgreSQL. Throws Rejected('not-found')
   * for one that is not there, Unavailable when it can't be asked.
   */
  async resolve(name: string | undefined): Promise<string> {
    if (name === undefined || name === '' || name === DEFAULT_WORKSPACE_ID) return DEFAULT_WORKSPACE_ID;
    const seenAt = this.seenAt.get(name);
    if (seenAt !== undefined && Date.now() - seenAt < FRESH_MS) return name;
    try {
      return await this.ask(name);
    } catch (error) {
      if (error instanceof Unavailable && seenAt !== undefined) return name;
      throw error;
    }
  }

  /** Asks anew at the next request: for the process that has just changed it. */
  forget(name: string): void {
    this.seenAt.delete(name);
  }

  private async ask(name: string): Promise<string> {
    const found = await askDatabase(this.dataSource, (manager) =>
      manager.findOneBy(Workspace, { id: name, lifecycleStage: 'active' }),
    );
    this.seenAt.delete(name);
    if (!found) throw unknownWorkspace(name);
    if (this.seenAt.size >= MOST_KNOWN) this.seenAt.clear();
    this.seenAt.set(name, Date.now());
    return name;
  }
}

/** The same whether it is not there or not the caller's. */
export function unknownWorkspace(name: string): Rejected {
  return new Rejected(
    `there is no workspace '${name.slice(0, 100)}' here, or you are no member of it: create it first, or leave out X-MLFLOW-WORKSPACE (MLFLOW_WORKSPACE) for your own`,
    'not-found',
  );
}
