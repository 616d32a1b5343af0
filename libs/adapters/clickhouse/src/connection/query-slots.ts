import { availableParallelism } from 'node:os';
import { currentTenant, FairSlots } from '@millrace/service-kit';

/** A server of its own has more cores than one process can ask of it. */
export const QUERIES_AT_ONCE = 16;
/** Beside the services on one machine, more queries at once only make each of them slower. */
export const EMBEDDED_QUERIES_AT_ONCE = Math.max(6, 2 * availableParallelism());
/** Of those, so many of one workspace: another one that comes finds room. */
const PART_OF_ONE = 2 / 3;
const MOST_WAITING = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Queries that requests ask for, in turns between workspaces; those of the installation itself do not wait. */
export class QuerySlots {
  private readonly slots: FairSlots;

  constructor(atOnce: number) {
    this.slots = new FairSlots({
      atOnce,
      atOnceOfOne: Math.max(1, Math.ceil(atOnce * PART_OF_ONE)),
      mostWaiting: MOST_WAITING,
      longestWaitMs: LONGEST_WAIT_MS,
    });
  }

  /** Throws Throttled when too many of the workspace wait already, or the wait is too long. */
  run<Result>(query: () => Promise<Result>): Promise<Result> {
    const tenant = currentTenant();
    return tenant ? this.slots.run(tenant.workspaceId, tenant.queriesAtOnce, query) : query();
  }
}
