export { blobKeySegments, blobPrefixSegments } from './blob-key.ts';
export { BlobStore } from './blob-store.ts';
export { FileStore } from './file-store.ts';
export { DomainEvents, type EventSubscription } from './domain-events.ts';
export {
  READ_BARRIER_MS,
  MAX_LOG_RECORD_BYTES,
  SpanLog,
  type BarrierOptions,
  type Freshness,
  type LogEntry,
  type LogRecord,
  type LogShard,
  type SpanLogConsumer,
  type SpanLogConsumption,
} from './span-log.ts';
export {
  SpanStore,
  type RepricedSpan,
  type DeadLetter,
  type SpanBatch,
  type SpanPlace,
  type StoredTrace,
  type TraceKey,
  type TracePlace,
  type TraceWrite,
  type WithdrawnSpan,
} from './span-store.ts';
export {
  decodeTraceRecord,
  encodeBarrierRecord,
  encodeEntriesRecord,
  encodeRepriceRecord,
  encodeSpansRecord,
  logKey,
  type BlobClaim,
  type EntryChange,
  type TraceRecord,
  type TraceRecordHeader,
} from './trace-record.ts';
export { toTraceOutline, type TraceOutline } from './trace-outline.ts';
export {
  TraceReader,
  type SkeletonPage,
  type FoundSpan,
  type FoundSpanPage,
  type SpanSearch,
  type SpanSkeleton,
  type SpanWindow,
  type StoredSpan,
  type TraceOrder,
  type TraceOrderField,
  type TracePage,
  type TraceSearch,
} from './trace-reader.ts';
export {
  SessionReader,
  type Session,
  type SessionOrder,
  type SessionPage,
  type SessionSearch,
} from './session-reader.ts';
export {
  SuggestionReader,
  type SuggestedField,
  type Suggestion,
  type SuggestionQuery,
} from './suggestion-reader.ts';
export {
  TraceAnalytics,
  type Aggregate,
  type AnalyticsQuery,
  type AnalyticsRow,
  type AnalyticsView,
  type FilterCounts,
  type FilterPair,
  type Dimension,
  type Measure,
  type Measured,
  type TimeBucket,
} from './trace-analytics.ts';
export { SpanFeed, type ShardLag, type SpanFeedConsumption } from './span-feed.ts';
export { SqlReader, type ResultFormat, type SqlQuestion } from './sql-reader.ts';
export {
  TableExport,
  type CountedTable,
  type FigureNames,
  type TableBytes,
  type WholeSearch,
} from './table-export.ts';
export {
  ChatModel,
  type ChatAnswer,
  type ChatDelta,
  type ChatFinish,
  type ChatMessage,
  type ChatPart,
  type ChatRequest,
  type ChatTool,
  type ChatToolCall,
  type ChatUsage,
  type ModelAccess,
  type ModelProvider,
  type ReasoningEffort,
} from './chat-model.ts';
export { CodeRunner, type CodeRun } from './code-runner.ts';
export {
  JobPostponed,
  JobQueue,
  type JobCounts,
  type JobKind,
  type JobState,
  type JobStatus,
  type JobWorker,
  type NewJob,
  type Repetition,
  type RunningJob,
  type SetAsideJob,
  type WorkOptions,
} from './job-queue.ts';
export { jobId, splitJobId } from './job-id.ts';
export { outcomeOf, type FailedRun, type JobOutcome } from './job-outcome.ts';
export {
  JOBS,
  LIFECYCLE_JOBS,
  type ExportTracesJob,
  type RemoveTracesJob,
  type AdvanceEvaluationJob,
  type InvokeScorerJob,
  type OptimizePromptJob,
  type JudgeItemJob,
  type ScoreSessionJob,
  type ScoreTraceJob,
} from './jobs.ts';
export { DIMENSION_NAMES, MEASURE_NAMES, parseDimension, parseMeasure } from './parse-measure.ts';
export {
  TraceRemoval,
  type IdPage,
  type Person,
  type StoredRows,
  type StoredTraceFacts,
  type TraceSelection,
} from './trace-removal.ts';
