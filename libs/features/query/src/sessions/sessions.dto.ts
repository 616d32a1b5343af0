import { ApiProperty } from '@nestjs/swagger';
import type { Session, SessionPage, TracePage } from '@millrace/ports';
import { unixNano } from '@millrace/service-kit';
import { z } from 'zod';
import { consistency } from '../freshness/freshness.dto.ts';
import { CostDto } from '../traces/cost.dto.ts';
import { listFields } from '../tables/list-fields.ts';
import { oneOrMore } from '../traces/list-traces-query.ts';
import { TokensDto, TracePageDto } from '../traces/traces.dto.ts';

/** Sessions on a page that does not say. */
export const USUAL_SESSIONS = 50;
const NANOS_PER_MS = 1_000_000n;
const OPTIONAL_TEXT = { type: String, required: false };
const experiments = oneOrMore.optional().describe('May be repeated; every active experiment when absent');
const pageToken = z.string().optional().describe('next_page_token of the page before');

/** The query of `GET /api/v1/sessions`. */
export const listSessionsQuery = z.strictObject({
  experiment_id: experiments,
  from: unixNano.optional().describe('Earliest request time of a trace, inclusive: RFC 3339 or milliseconds'),
  to: unixNano.optional().describe('Latest request time of a trace, exclusive'),
  filter: z.string().default('').describe('Traces that count, in the grammar of docs/filters.md'),
  order_by: z
    .enum(['last_activity', 'traces', 'tokens', 'cost'])
    .default('last_activity')
    .describe('The most first, or those whose last trace was requested last'),
  ...listFields(USUAL_SESSIONS),
  consistency,
});
export type ListSessionsQuery = z.output<typeof listSessionsQuery>;

/** The query of `GET /api/v1/sessions/:session_id`. */
export const getSessionQuery = z.strictObject({
  experiment_id: experiments,
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('Traces of a page'),
  page_token: pageToken,
  consistency,
});
export type GetSessionQuery = z.output<typeof getSessionQuery>;

/** What the traces of one session come to. Absent fields are unknown. */
export class SessionDto {
  @ApiProperty({ type: String })
  readonly session_id: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'Request time of its first trace' })
  readonly first_time: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'End of its last trace' })
  readonly last_time: string;

  @ApiProperty({ type: Number })
  readonly trace_count: number;

  @ApiProperty({ type: Number, description: 'Traces with an error' })
  readonly error_count: number;

  @ApiProperty({ type: [String], description: 'Ten at most' })
  readonly user_ids: readonly string[];

  @ApiProperty({ type: () => TokensDto, required: false })
  readonly tokens: TokensDto | undefined;

  @ApiProperty({ type: () => CostDto, required: false, description: 'Absent when no price is known' })
  readonly cost: CostDto | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Of its first trace' })
  readonly request_preview: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Of its last trace' })
  readonly response_preview: string | undefined;

  constructor(session: Session) {
    this.session_id = session.sessionId;
    this.first_time = new Date(Number(session.firstUnixNano / NANOS_PER_MS)).toISOString();
    this.last_time = new Date(Number(session.lastUnixNano / NANOS_PER_MS)).toISOString();
    this.trace_count = session.traceCount;
    this.error_count = session.errorCount;
    this.user_ids = session.userIds;
    this.tokens = session.tokens && new TokensDto(session.tokens);
    this.cost = session.cost && new CostDto(session.cost);
    this.request_preview = session.requestPreview;
    this.response_preview = session.responsePreview;
  }
}

export class SessionPageDto {
  @ApiProperty({ type: () => [SessionDto] })
  readonly sessions: readonly SessionDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor(page: SessionPage) {
    this.sessions = page.sessions.map((session) => new SessionDto(session));
    this.next_page_token = page.next;
  }
}

/** A session and a page of its traces, in the order of the conversation. */
export class SessionDetailDto extends TracePageDto {
  @ApiProperty({ type: () => SessionDto })
  readonly session: SessionDto;

  constructor(session: Session, page: TracePage) {
    super(page.traces, page.next);
    this.session = new SessionDto(session);
  }
}
