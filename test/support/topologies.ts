import { startDistributed } from './distributed.ts';
import { startStandalone, type RunningTarget } from './standalone.ts';

export interface Topology {
  readonly name: 'standalone' | 'distributed';
  /** With settings other than the preset ones. */
  start(environment?: Readonly<Record<string, string>>): Promise<RunningTarget>;
}

export const STANDALONE: Topology = {
  name: 'standalone',
  start: (environment = {}) => startStandalone({ environment }),
};
export const DISTRIBUTED: Topology = {
  name: 'distributed',
  start: (environment = {}) => startDistributed({ environment }),
};

/** The same specs run against both. */
export const TOPOLOGIES: readonly Topology[] = [STANDALONE, DISTRIBUTED];
