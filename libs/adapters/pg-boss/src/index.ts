export { PgBossJobQueueModule } from './pg-boss-job-queue.module.ts';
