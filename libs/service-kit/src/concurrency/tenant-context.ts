import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom the work under way is done. */
export interface Tenant {
  readonly workspaceId: string;
  /** Queries it may have under way in this process; absent: as many as there is room for. */
  readonly queriesAtOnce?: number | undefined;
}

const storage = new AsyncLocalStorage<Tenant>();

/** Does work, and all that follows from it, for a tenant. */
export function workFor<Result>(tenant: Tenant, work: () => Result): Result {
  return storage.run(tenant, work);
}

/** Undefined for work of the installation itself. */
export function currentTenant(): Tenant | undefined {
  return storage.getStore();
}
