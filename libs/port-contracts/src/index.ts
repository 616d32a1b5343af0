export { describeSpanLog } from './span-log/describe-span-log.ts';
export type {
  CrashableSpanLog,
  OpenSpanLog,
  SpanLogHarness,
  SpanLogOpenOptions,
  SpanLogStorage,
} from './span-log/harness.ts';
