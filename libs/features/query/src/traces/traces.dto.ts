import { ApiProperty } from '@nestjs/swagger';
import type { TraceRow, TraceTokens } from '@millrace/domain';
import type { SkeletonPage } from '@millrace/ports';
import { z } from 'zod';
import { consistency } from '../freshness/freshness.dto.ts';
import { TraceCostDto } from './cost.dto.ts';
import { SpanDto } from './spans.dto.ts';
import { traceAssessments, TraceAssessmentDto } from './trace-assessment.dto.ts';

const NANOS_PER_MS = 1_000_000n;
const MAP_OF_TEXT = { type: Object, additionalProperties: { type: 'string' as const } };
const OPTIONAL_TEXT = { type: String, required: false };
const NANOS = { type: String, example: '1795235081870837037', description: 'Nanoseconds, decimal' };

export const readQuery = z.object({ consistency });
export const skeletonQuery = z.object({
  after: z.string().optional().describe('next_page_token of the page before'),
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
  consistency,
});

export class TokensDto {
  @ApiProperty({ type: Number, description: 'Without cached tokens' })
  readonly input: number;

  @ApiProperty({ type: Number })
  readonly cache_read: number;

  @ApiProperty({ type: Number })
  readonly cache_write: number;

  @ApiProperty({ type: Number, description: 'Without reasoning tokens' })
  readonly output: number;

  @ApiProperty({ type: Number })
  readonly reasoning: number;

  @ApiProperty({ type: Number, description: 'Not cached' })
  readonly input_audio: number;

  @ApiProperty({ type: Number })
  readonly output_audio: number;

  @ApiProperty({ type: Number })
  readonly total: number;

  constructor(tokens: TraceTokens) {
    this.input = tokens.input;
    this.cache_read = tokens.cacheRead;
    this.cache_write = tokens.cacheWrite;
    this.output = tokens.output;
    this.reasoning = tokens.reasoning;
    this.input_audio = tokens.inputAudio;
    this.output_audio = tokens.outputAudio;
    this.total = tokens.total;
  }
}

/** A trace as a list shows it. Absent fields are unknown. */
export class TraceDto {
  @ApiProperty({ type: String, example: '0baa2c388ed0ea8aca1349cdd92ea4b9' })
  readonly trace_id: string;

  @ApiProperty({ type: String, example: '0' })
  readonly experiment_id: string;

  @ApiProperty({ type: String, description: 'Rises with every change of the trace' })
  readonly version: string;

  @ApiProperty({
    type: String,
    description: 'Rises when what a judge reads changes: a score names the one that it saw',
  })
  readonly content_version: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ enum: ['OK', 'ERROR', 'IN_PROGRESS'] })
  readonly state: TraceRow['state'];

  @ApiProperty({ type: String, format: 'date-time' })
  readonly request_time: string;

  @ApiProperty(NANOS)
  readonly request_time_unix_nano: string;

  @ApiProperty(NANOS)
  readonly duration_nano: string;

  @ApiProperty(OPTIONAL_TEXT)
  readonly root_span_id: string | undefined;

  @ApiProperty({ type: Number })
  readonly span_count: number;

  @ApiProperty({ type: Number })
  readonly error_count: number;

  @ApiProperty({ type: [String] })
  readonly services: readonly string[];

  @ApiProperty({ type: [String] })
  readonly models: readonly string[];

  @ApiProperty({ type: () => TokensDto, required: false })
  readonly tokens: TokensDto | undefined;

  @ApiProperty({ type: () => TraceCostDto, required: false, description: 'Absent when no price is known' })
  readonly cost: TraceCostDto | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly session_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly user_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly client_request_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly request_preview: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly response_preview: string | undefined;

  @ApiProperty(MAP_OF_TEXT)
  readonly tags: Readonly<Record<string, string>>;

  @ApiProperty(MAP_OF_TEXT)
  readonly metadata: Readonly<Record<string, string>>;

  @ApiProperty({ type: [String], description: 'Linked, or used by a span: name/version' })
  readonly prompt_versions: readonly string[];

  @ApiProperty({ type: [String], description: 'Versions of the application that its spans ran in' })
  readonly logged_models: readonly string[];

  @ApiProperty({ type: [String] })
  readonly run_ids: readonly string[];

  @ApiProperty({ type: () => [TraceAssessmentDto], description: 'Those that count, oldest first' })
  readonly assessments: readonly TraceAssessmentDto[];

  constructor(row: TraceRow) {
    this.trace_id = row.traceId;
    this.experiment_id = String(row.experimentId);
    this.version = String(row.version);
    this.content_version = String(row.contentVersion);
    this.name = row.name;
    this.state = row.state;
    this.request_time = new Date(Number(row.requestTimeUnixNano / NANOS_PER_MS)).toISOString();
    this.request_time_unix_nano = String(row.requestTimeUnixNano);
    this.duration_nano = String(row.durationNano);
    this.root_span_id = row.rootSpanId;
    this.span_count = row.spanCount;
    this.error_count = row.errorCount;
    this.services = row.services;
    this.models = row.models;
    this.tokens = row.tokens && new TokensDto(row.tokens);
    this.cost = row.cost && new TraceCostDto(row.cost);
    this.session_id = row.sessionId;
    this.user_id = row.userId;
    this.client_request_id = row.clientRequestId;
    this.request_preview = row.requestPreview;
    this.response_preview = row.responsePreview;
    this.tags = Object.fromEntries(row.tags);
    this.metadata = Object.fromEntries(row.metadata);
    this.prompt_versions = row.promptVersions;
    this.logged_models = row.loggedModels;
    this.run_ids = row.runIds;
    this.assessments = traceAssessments(row);
  }
}

export class TracePageDto {
  @ApiProperty({ type: () => [TraceDto] })
  readonly traces: readonly TraceDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor(rows: readonly TraceRow[], next: string | undefined) {
    this.traces = rows.map((row) => new TraceDto(row));
    this.next_page_token = next;
  }
}

/** A page through the spans of a trace, without payloads, by start time. */
export class SpanPageDto {
  @ApiProperty({ type: () => [SpanDto] })
  readonly spans: readonly SpanDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor(page: SkeletonPage) {
    this.spans = page.spans.map((span) => new SpanDto(span));
    this.next_page_token = page.next;
  }
}

/** A trace and the first of its spans. */
export class TraceDetailDto extends SpanPageDto {
  @ApiProperty({ type: () => TraceDto })
  readonly trace: TraceDto;

  constructor(row: TraceRow, page: SkeletonPage) {
    super(page);
    this.trace = new TraceDto(row);
  }
}
