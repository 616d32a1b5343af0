import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PriceDirectory } from './prices/price-directory.ts';
import { ExperimentDirectory } from './experiments/experiment-directory.ts';
import { ForwardingLedger } from './forwarding/forwarding-ledger.ts';
import { SamplingDirectory } from './sampling/sampling-directory.ts';
import { SamplingLedger } from './sampling/sampling-ledger.ts';
import { WorkspaceDirectory } from './workspaces/workspace-directory.ts';
import { WorkspaceGuard } from './workspaces/workspace.guard.ts';

const SHARED = [
  ExperimentDirectory,
  ForwardingLedger,
  PriceDirectory,
  SamplingDirectory,
  SamplingLedger,
  WorkspaceDirectory,
];

/**
 * Who may do what where; so far: which workspaces, experiments and prices there are. Every request of an app that has it is
 * placed in a workspace. Needs the `DataSource` of PostgresModule.
 */
@Module({ providers: [...SHARED, { provide: APP_GUARD, useClass: WorkspaceGuard }], exports: SHARED })
export class AccessModule {}
