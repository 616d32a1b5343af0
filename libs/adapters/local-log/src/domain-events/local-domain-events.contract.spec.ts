import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDomainEvents } from '@millrace/port-contracts';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolders } from '../testing/temporary-folder.ts';
import { LocalDomainEvents } from './local-domain-events.ts';

describeDomainEvents('LocalDomainEvents', {
  createStorage: async () => {
    const dir = await mkdtemp(join(tmpdir(), 'millrace-events-'));
    return {
      open: async () => {
        const events = await LocalDomainEvents.open({ dir });
        return { events, close: () => events.onApplicationShutdown() };
      },
      destroy: () => rm(dir, { recursive: true, force: true }),
    };
  },
});

describe('LocalDomainEvents', () => {
  const newFolder = useTemporaryFolders();

  it('keeps nothing on disk while no group ever subscribed', async () => {
    const dir = await newFolder();
    const events = await LocalDomainEvents.open({ dir });
    const before = await bytesIn(dir);
    const event = { workspaceId: 'w', experimentId: 1, traceId: 'a'.repeat(32), version: '1' };
    await events.publish([{ ...event, id: 'a:1:trace.completed', type: 'trace.completed' }]);
    expect(await bytesIn(dir)).toBe(before);
    await events.subscribe('group', async () => undefined);
    await events.publish([{ ...event, id: 'a:2:trace.completed', type: 'trace.completed' }]);
    expect(await bytesIn(dir)).toBeGreaterThan(before);
    await events.onApplicationShutdown();
  });
});

async function bytesIn(dir: string): Promise<number> {
  const segments = (await readdir(dir)).filter((name) => name.endsWith('.segment'));
  const sizes = await Promise.all(segments.map(async (name) => (await stat(join(dir, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
