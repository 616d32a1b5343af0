import { startDistributed } from './distributed.ts';
import { startStandalone, type RunningTarget } from './standalone.ts';

export interface Topology {
  readonly name: 'standalone' | 'distributed';
  start(): Promise<RunningTarget>;
}

export const STANDALONE: Topology = { name: 'standalone', start: () => startStandalone() };
export const DISTRIBUTED: Topology = { name: 'distributed', start: () => startDistributed() };

/** The same specs run against both. */
export const TOPOLOGIES: readonly Topology[] = [STANDALONE, DISTRIBUTED];
