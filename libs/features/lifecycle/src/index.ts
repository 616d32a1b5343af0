export { LIFECYCLE_JOB_KINDS } from './lifecycle-job-kinds.ts';
export { LIFECYCLE_SETTINGS, toLifecycleConfig } from './lifecycle.settings.ts';
export { LifecycleModule } from './lifecycle.module.ts';
