import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDomainEvents } from '@millrace/port-contracts';
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
