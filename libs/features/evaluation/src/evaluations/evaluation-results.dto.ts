import { ApiProperty } from '@nestjs/swagger';
import { ANY_JSON } from '@millrace/service-kit';
import { z } from 'zod';
import type { JsonValue } from '@millrace/domain';
import type { EvaluationResults, ItemPage } from './evaluation-results.service.ts';
import { ITEM_KINDS, ITEM_STATES, type ItemKind, type ItemState } from './evaluation.ts';
import type { FailureGroup } from './failure-groups.ts';
import type { PreviewedItem } from './items/item-previews.ts';
import type { ItemResult } from './items/read-items.ts';
import type { CategoryCount, ScorerSummary } from './summarize.ts';

const COUNT = { type: Number };
const OPTIONAL_NUMBER = { type: Number, required: false };
const TEXT = { type: String };
const OPTIONAL_TEXT = { type: String, required: false };
const RESULT_STATES = ['scored', 'skipped', 'failed'] as const;

export const listItemsQuery = z.strictObject({
  kind: z.enum(ITEM_KINDS).optional(),
  state: z.enum(ITEM_STATES).optional(),
  scorer: z.string().optional().describe('Rows that this scorer judged'),
  passing: z.stringbool().optional().describe('Rows with a verdict that passes, or does not'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListItemsQuery = z.output<typeof listItemsQuery>;

/** What a scorer found about a trace, a record or a session. */
export class ItemResultDto {
  @ApiProperty(TEXT)
  readonly scorer: string;

  @ApiProperty({ type: String, description: 'Of the assessment' })
  readonly name: string;

  @ApiProperty({ enum: RESULT_STATES })
  readonly state: ItemResult['state'];

  @ApiProperty({ ...ANY_JSON, required: false, description: 'What it found' })
  readonly value: JsonValue | undefined;

  @ApiProperty({ type: Boolean, required: false, description: 'Absent for a value that says neither' })
  readonly is_passing: boolean | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Its first 1000 characters; the assessment has it whole' })
  readonly rationale: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Why it was skipped or failed' })
  readonly reason: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly span_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly assessment_id: string | undefined;

  @ApiProperty(COUNT)
  readonly input_tokens: number;

  @ApiProperty(COUNT)
  readonly output_tokens: number;

  @ApiProperty({ type: Number, description: 'US dollars' })
  readonly cost_usd: number;

  constructor(result: ItemResult) {
    this.scorer = result.scorer;
    this.name = result.name;
    this.state = result.state;
    this.value = result.value ?? undefined;
    this.is_passing = result.isPassing;
    this.rationale = result.rationale;
    this.reason = result.reason;
    this.span_id = result.spanId;
    this.assessment_id = result.assessmentId;
    this.input_tokens = result.inputTokens;
    this.output_tokens = result.outputTokens;
    this.cost_usd = result.costUsd;
  }
}

/** A row of the ledger. */
export class EvaluationItemDto {
  @ApiProperty(TEXT)
  readonly item_id: string;

  @ApiProperty({ enum: ITEM_KINDS })
  readonly kind: ItemKind;

  @ApiProperty({ type: String, description: 'Id of the trace, the record or the session' })
  readonly subject_id: string;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'The trace that was judged' })
  readonly trace_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly session_id: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: "Version of the trace's content that was judged" })
  readonly trace_version: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'What was asked: of the trace, else of the record' })
  readonly request_preview: string | undefined;

  @ApiProperty({ enum: ITEM_STATES })
  readonly state: ItemState;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Why it was skipped or failed' })
  readonly reason: string | undefined;

  @ApiProperty(COUNT)
  readonly input_tokens: number;

  @ApiProperty(COUNT)
  readonly output_tokens: number;

  @ApiProperty({ type: Number, description: 'US dollars' })
  readonly cost_usd: number;

  @ApiProperty({ type: () => [ItemResultDto] })
  readonly results: readonly ItemResultDto[];

  constructor({ item, results, requestPreview }: PreviewedItem) {
    this.item_id = item.id;
    this.kind = item.kind;
    this.subject_id = item.kind === 'trace' ? `tr-${item.subject}` : item.subject;
    this.trace_id = item.traceId === undefined ? undefined : `tr-${item.traceId}`;
    this.session_id = item.sessionId;
    this.trace_version = item.traceVersion?.toString();
    this.request_preview = requestPreview;
    this.state = item.state;
    this.reason = item.reason;
    this.input_tokens = item.inputTokens;
    this.output_tokens = item.outputTokens;
    this.cost_usd = item.costUsd;
    this.results = results.map((result) => new ItemResultDto(result));
  }
}

export class EvaluationItemPageDto {
  @ApiProperty({ type: () => [EvaluationItemDto] })
  readonly items: readonly EvaluationItemDto[];

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ items, next }: ItemPage) {
    this.items = items.map((item) => new EvaluationItemDto(item));
    this.next_page_token = next;
  }
}

export class CategoryCountDto implements CategoryCount {
  @ApiProperty(TEXT)
  readonly value: string;

  @ApiProperty(COUNT)
  readonly count: number;

  constructor({ value, count }: CategoryCount) {
    this.value = value;
    this.count = count;
  }
}

/** What one scorer found, by the name of its verdicts. */
export class ScorerSummaryDto {
  @ApiProperty(TEXT)
  readonly scorer: string;

  @ApiProperty(TEXT)
  readonly name: string;

  @ApiProperty(COUNT)
  readonly scored: number;

  @ApiProperty(COUNT)
  readonly skipped: number;

  @ApiProperty(COUNT)
  readonly failed: number;

  @ApiProperty({ type: Number, description: 'More than scored where one trace gets several' })
  readonly verdicts: number;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'Of the verdicts that say yes or no' })
  readonly pass_rate: number | undefined;

  @ApiProperty({ type: [Number], required: false, description: "Wilson's interval of the pass rate, 95 %" })
  readonly pass_rate_interval: readonly number[] | undefined;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'Of numbers; passing counts 1 and not passing 0' })
  readonly mean: number | undefined;

  @ApiProperty(OPTIONAL_NUMBER)
  readonly minimum: number | undefined;

  @ApiProperty(OPTIONAL_NUMBER)
  readonly maximum: number | undefined;

  @ApiProperty({
    type: Object,
    required: false,
    additionalProperties: { type: 'number' },
    example: { p50: 0.8, p95: 1 },
  })
  readonly quantiles: Readonly<Record<string, number>> | undefined;

  @ApiProperty({ type: () => [CategoryCountDto], description: 'The most frequent words, at most 20' })
  readonly categories: readonly CategoryCountDto[];

  @ApiProperty(COUNT)
  readonly input_tokens: number;

  @ApiProperty(COUNT)
  readonly output_tokens: number;

  @ApiProperty({ type: Number, description: 'US dollars' })
  readonly cost_usd: number;

  constructor(summary: ScorerSummary) {
    this.scorer = summary.scorer;
    this.name = summary.name;
    this.scored = summary.scored;
    this.skipped = summary.skipped;
    this.failed = summary.failed;
    this.verdicts = summary.verdicts;
    this.pass_rate = summary.passRate;
    this.pass_rate_interval = summary.passRateInterval && [
      summary.passRateInterval.low,
      summary.passRateInterval.high,
    ];
    this.mean = summary.mean;
    this.minimum = summary.minimum;
    this.maximum = summary.maximum;
    this.quantiles = summary.quantiles;
    this.categories = summary.categories.map((category) => new CategoryCountDto(category));
    this.input_tokens = summary.inputTokens;
    this.output_tokens = summary.outputTokens;
    this.cost_usd = summary.costUsd;
  }
}

/** Cases alike. */
export class FailureGroupDto {
  @ApiProperty(TEXT)
  readonly scorer: string;

  @ApiProperty({ enum: ['not passing', 'failed', 'skipped'] })
  readonly kind: FailureGroup['kind'];

  @ApiProperty({ type: String, description: 'The verdict, or what stood in its way' })
  readonly reason: string;

  @ApiProperty(COUNT)
  readonly count: number;

  @ApiProperty({ type: [String], description: 'Some of them, at most 20' })
  readonly trace_ids: readonly string[];

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Of one of them' })
  readonly rationale: string | undefined;

  constructor({ scorer, kind, reason, count, traceIds, rationale }: FailureGroup) {
    this.scorer = scorer;
    this.kind = kind;
    this.reason = reason;
    this.count = count;
    this.trace_ids = traceIds.map((id) => `tr-${id}`);
    this.rationale = rationale;
  }
}

export class EvaluationResultsDto {
  @ApiProperty({ type: () => [ScorerSummaryDto] })
  readonly scorers: readonly ScorerSummaryDto[];

  @ApiProperty({ type: () => [FailureGroupDto], description: 'The largest groups first' })
  readonly failures: readonly FailureGroupDto[];

  constructor({ summaries, failures }: EvaluationResults) {
    this.scorers = summaries.map((summary) => new ScorerSummaryDto(summary));
    this.failures = failures.map((group) => new FailureGroupDto(group));
  }
}
