export { JobHandlers, type HandlerOptions } from './job-handlers.ts';
export { JobsOptions, type JobsConfig } from './jobs.config.ts';
export { JobsModule } from './jobs.module.ts';
export { KeptJobs, type KeptJob } from './kept/kept-jobs.ts';
export { WorkspaceSlots } from './slots/workspace-slots.ts';
