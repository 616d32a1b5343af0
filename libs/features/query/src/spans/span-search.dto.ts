import { ApiProperty } from '@nestjs/swagger';
import type { FoundSpan, FoundSpanPage } from '@millrace/ports';
import { unixNano } from '@millrace/service-kit';
import { z } from 'zod';
import { consistency } from '../freshness/freshness.dto.ts';
import { oneOrMore } from '../traces/list-traces-query.ts';
import { listFields } from '../tables/list-fields.ts';
import { SpanDto } from '../traces/spans.dto.ts';

/** Spans on a page that does not say. */
export const USUAL_SPANS = 100;

/** The query of `GET /api/v1/spans`. */
export const searchSpansQuery = z.strictObject({
  experiment_id: oneOrMore.optional().describe('May be repeated; every active experiment when absent'),
  from: unixNano.optional().describe('Earliest start, inclusive: RFC 3339 or milliseconds since the epoch'),
  to: unixNano.optional().describe('Latest start, exclusive'),
  filter: z
    .string()
    .default('')
    .describe(
      "For example: type = 'LLM' AND tokens > 1000 AND trace.session = 's-1' AND trace.tags.env = 'prod'",
    ),
  ...listFields(USUAL_SPANS),
  consistency,
});
export type SearchSpansQuery = z.output<typeof searchSpansQuery>;

/** A span without payloads, and where it belongs. */
export class FoundSpanDto extends SpanDto {
  @ApiProperty({ type: String, example: '0baa2c388ed0ea8aca1349cdd92ea4b9' })
  readonly trace_id: string;

  @ApiProperty({ type: String, example: '0' })
  readonly experiment_id: string;

  constructor(span: FoundSpan) {
    super(span);
    this.trace_id = span.traceId;
    this.experiment_id = String(span.experimentId);
  }
}

export class FoundSpanPageDto {
  @ApiProperty({ type: () => [FoundSpanDto], description: 'The newest first' })
  readonly spans: readonly FoundSpanDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor(page: FoundSpanPage) {
    this.spans = page.spans.map((span) => new FoundSpanDto(span));
    this.next_page_token = page.next;
  }
}
