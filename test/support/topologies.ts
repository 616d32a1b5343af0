import { startDistributed } from './distributed.ts';
import { startStandalone, type RunningTarget } from './standalone.ts';

export interface Topology {
  readonly name: 'standalone' | 'distributed';
  start(): Promise<RunningTarget>;
}

/** The same specs run against both. */
export const TOPOLOGIES: readonly Topology[] = [
  { name: 'standalone', start: () => startStandalone() },
  { name: 'distributed', start: () => startDistributed() },
];
