export { describeSpanLog } from './span-log/describe-span-log.ts';
export type {
  CrashableSpanLog,
  OpenSpanLog,
  SpanLogHarness,
  SpanLogOpenOptions,
  SpanLogStorage,
} from './span-log/harness.ts';
export {
  describeBlobStore,
  type BlobStorage,
  type BlobStoreHarness,
} from './blob-store/describe-blob-store.ts';
export {
  describeFileStore,
  type FileStorage,
  type FileStoreHarness,
} from './file-store/describe-file-store.ts';
export {
  describeDomainEvents,
  type DomainEventsHarness,
  type DomainEventsStorage,
  type OpenDomainEvents,
} from './domain-events/describe-domain-events.ts';
export { describeJobQueue } from './job-queue/describe-job-queue.ts';
export type { JobQueueHarness, OpenJobQueue } from './job-queue/harness.ts';
