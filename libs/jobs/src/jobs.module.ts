import { Module, type DynamicModule } from '@nestjs/common';
import { JobHandlers } from './job-handlers.ts';
import { JobMetrics } from './job-metrics.ts';
import { JobsOptions, type JobsConfig } from './jobs.config.ts';
import { KeptJobs } from './kept/kept-jobs.ts';
import { KeptJobSweep } from './kept/kept-job-sweep.ts';
import { WorkspaceSlots } from './slots/workspace-slots.ts';

/** Gives features JobHandlers and KeptJobs. Needs JobQueue and the `DataSource` of PostgresModule. */
@Module({})
export class JobsModule {
  static register(config: JobsConfig): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      providers: [
        { provide: JobsOptions, useValue: new JobsOptions(config) },
        WorkspaceSlots,
        JobMetrics,
        JobHandlers,
        KeptJobs,
        KeptJobSweep,
      ],
      exports: [JobHandlers, KeptJobs],
    };
  }
}
