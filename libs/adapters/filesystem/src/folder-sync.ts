import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes entries of folders durable; callers that meet at one folder share a sync. */
export class FolderSync {
  private readonly running = new Map<string, Promise<void>>();
  private readonly next = new Map<string, Promise<void>>();
  private readonly creating = new Map<string, Promise<void>>();

  /** What was renamed into `folder` before the call is durable on return. */
  sync(folder: string): Promise<void> {
    const running = this.running.get(folder);
    if (running === undefined) return this.start(folder);
    const queued = this.next.get(folder);
    if (queued !== undefined) return queued;
    const following = running
      .catch(() => undefined)
      .then(() => {
        this.next.delete(folder);
        return this.start(folder);
      });
    this.next.set(folder, following);
    return following;
  }

  /** Creates `folder` with all above it, durable on return; callers that meet wait for one another. */
  create(folder: string): Promise<void> {
    const creating =
      this.creating.get(folder) ?? this.make(folder).finally(() => this.creating.delete(folder));
    this.creating.set(folder, creating);
    return creating;
  }

  private async make(folder: string): Promise<void> {
    try {
      await mkdir(folder, { mode: 0o750 });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EEXIST') return;
      if (code !== 'ENOENT') throw error;
      await this.create(dirname(folder));
      return this.make(folder);
    }
    await this.sync(dirname(folder));
  }

  private start(folder: string): Promise<void> {
    const sync = syncFolder(folder).finally(() => this.running.delete(folder));
    this.running.set(folder, sync);
    return sync;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
