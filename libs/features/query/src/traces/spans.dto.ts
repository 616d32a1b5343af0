import { ApiProperty } from '@nestjs/swagger';
import { promptText, type StatusCode, type TokenUsage } from '@millrace/domain';
import type { SpanSkeleton, StoredSpan } from '@millrace/ports';
import { AttributeDto, toAttributes } from './attribute.dto.ts';
import { SpanCostDto } from './cost.dto.ts';
import { SpanEventDto, SpanLinkDto } from './span-parts.dto.ts';

const STATUS_NAMES = ['UNSET', 'OK', 'ERROR'] as const;
const OPTIONAL_TEXT = { type: String, required: false };
const NANOS = {
  type: String,
  example: '1795235081870837037',
  description: 'Nanoseconds since the epoch, decimal',
};

export class StatusDto {
  @ApiProperty({ enum: STATUS_NAMES })
  readonly code: (typeof STATUS_NAMES)[number];

  @ApiProperty({ type: String })
  readonly message: string;

  constructor(code: StatusCode, message: string) {
    this.code = STATUS_NAMES[code];
    this.message = message;
  }
}

/** Tokens of one span, in disjoint buckets; what was not reported is absent. */
export class TokenUsageDto {
  @ApiProperty({ type: Number, required: false })
  readonly input: number | undefined;

  @ApiProperty({ type: Number, required: false })
  readonly cache_read: number | undefined;

  @ApiProperty({ type: Number, required: false })
  readonly cache_write: number | undefined;

  @ApiProperty({ type: Number, required: false })
  readonly output: number | undefined;

  @ApiProperty({ type: Number, required: false })
  readonly reasoning: number | undefined;

  @ApiProperty({ type: Number, required: false, description: 'Not cached' })
  readonly input_audio: number | undefined;

  @ApiProperty({ type: Number, required: false })
  readonly output_audio: number | undefined;

  @ApiProperty({ type: Number, required: false, description: 'As reported' })
  readonly total: number | undefined;

  constructor(usage: TokenUsage) {
    this.input = usage.input;
    this.cache_read = usage.cacheRead;
    this.cache_write = usage.cacheWrite;
    this.output = usage.output;
    this.reasoning = usage.reasoning;
    this.input_audio = usage.inputAudio;
    this.output_audio = usage.outputAudio;
    this.total = usage.total;
  }
}

/** A span without payloads. */
export class SpanDto {
  @ApiProperty({ type: String, example: '04f9e930411c9ce7' })
  readonly span_id: string;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Absent on a root' })
  readonly parent_span_id: string | undefined;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String, example: 'CHAT_MODEL' })
  readonly type: string;

  @ApiProperty(NANOS)
  readonly start_time_unix_nano: string;

  @ApiProperty(NANOS)
  readonly end_time_unix_nano: string;

  @ApiProperty({ type: () => StatusDto })
  readonly status: StatusDto;

  @ApiProperty({ type: String })
  readonly service: string;

  @ApiProperty(OPTIONAL_TEXT)
  readonly model: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly provider: string | undefined;

  @ApiProperty({ type: () => TokenUsageDto, required: false })
  readonly tokens: TokenUsageDto | undefined;

  @ApiProperty({ type: () => SpanCostDto, required: false, description: 'Absent when no price is known' })
  readonly cost: SpanCostDto | undefined;

  @ApiProperty({ type: Number, required: false, description: 'Until the first token of a stream came' })
  readonly time_to_first_token_ms: number | undefined;

  constructor(span: SpanSkeleton) {
    this.span_id = span.spanId;
    this.parent_span_id = span.parentSpanId;
    this.name = span.name;
    this.type = span.type;
    this.start_time_unix_nano = String(span.startTimeUnixNano);
    this.end_time_unix_nano = String(span.endTimeUnixNano);
    this.status = new StatusDto(span.statusCode, span.statusMessage);
    this.service = span.service;
    this.model = span.model;
    this.provider = span.provider;
    this.tokens = span.tokens && new TokenUsageDto(span.tokens);
    this.cost = span.cost && new SpanCostDto(span.cost);
    this.time_to_first_token_ms = span.timeToFirstTokenMs;
  }
}

/** A span with its payloads. */
export class SpanDetailDto extends SpanDto {
  @ApiProperty({ type: String })
  readonly trace_id: string;

  @ApiProperty({ type: Number, description: 'OTLP SpanKind' })
  readonly kind: number;

  @ApiProperty({ type: String })
  readonly trace_state: string;

  @ApiProperty({
    ...OPTIONAL_TEXT,
    description: 'JSON text where the value was structured, else the text itself',
  })
  readonly inputs: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'The attribute that holds the inputs, if one does' })
  readonly inputs_attribute: string | undefined;

  @ApiProperty({
    ...OPTIONAL_TEXT,
    description: 'JSON text where the value was structured, else the text itself',
  })
  readonly outputs: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'The attribute that holds the outputs, if one does' })
  readonly outputs_attribute: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Definitions of the tools on offer' })
  readonly tools: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'What a retriever found' })
  readonly documents: string | undefined;

  @ApiProperty({ type: [String], description: 'Prompts of a registry that it used: name/version' })
  readonly prompt_versions: readonly string[];

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'The version of the application that it ran in' })
  readonly logged_model: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'As the span itself says' })
  readonly session_id: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'As the span itself says' })
  readonly user_id: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'How to render the messages' })
  readonly message_format: string | undefined;

  @ApiProperty({ type: () => [AttributeDto] })
  readonly attributes: readonly AttributeDto[];

  @ApiProperty({ type: () => [AttributeDto] })
  readonly resource: readonly AttributeDto[];

  @ApiProperty({ type: String })
  readonly scope_name: string;

  @ApiProperty({ type: String })
  readonly scope_version: string;

  @ApiProperty({ type: () => [SpanEventDto] })
  readonly events: readonly SpanEventDto[];

  @ApiProperty({ type: () => [SpanLinkDto] })
  readonly links: readonly SpanLinkDto[];

  constructor(stored: StoredSpan) {
    super(toSkeleton(stored));
    const { span, meaning, blobs } = stored;
    this.trace_id = span.traceId;
    this.kind = span.kind;
    this.trace_state = span.traceState;
    this.inputs = meaning.inputs?.text;
    this.inputs_attribute = meaning.inputs?.attribute;
    this.outputs = meaning.outputs?.text;
    this.outputs_attribute = meaning.outputs?.attribute;
    this.tools = meaning.tools?.text;
    this.documents = meaning.documents?.text;
    this.prompt_versions = (meaning.promptVersions ?? []).map(promptText);
    this.logged_model = meaning.loggedModel;
    this.session_id = meaning.sessionId;
    this.user_id = meaning.userId;
    this.message_format = meaning.messageFormat;
    this.attributes = toAttributes(span.attributes, blobs);
    this.resource = toAttributes(span.origin.resource, span.origin.resourceBlobs);
    this.scope_name = span.origin.scopeName;
    this.scope_version = span.origin.scopeVersion;
    this.events = span.events.map((event) => new SpanEventDto(event));
    this.links = span.links.map((link) => new SpanLinkDto(link));
  }
}

export class SpanAnswerDto {
  @ApiProperty({ type: () => SpanDetailDto })
  readonly span: SpanDetailDto;

  constructor(stored: StoredSpan) {
    this.span = new SpanDetailDto(stored);
  }
}

function toSkeleton({ span, meaning }: StoredSpan): SpanSkeleton {
  const service = span.origin.resource.get('service.name');
  return {
    ...span,
    type: meaning.type,
    service: typeof service === 'string' ? service : '',
    model: meaning.model,
    provider: meaning.provider,
    tokens: meaning.tokens,
    cost: meaning.cost,
    timeToFirstTokenMs: meaning.timeToFirstTokenMs,
  };
}
