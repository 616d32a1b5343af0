import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { JSON_OBJECT, unixNano } from '@millrace/service-kit';
import type { CountedEvaluation, EvaluationPage } from './evaluations.service.ts';
import {
  EVALUATION_CAUSES,
  EVALUATION_STATES,
  type Evaluation,
  type EvaluationCause,
  type EvaluationState,
  type Selection,
} from './evaluation.ts';
import type { NewEvaluation } from './create-evaluation.ts';
import type { Ledger, LedgerCounts, LedgerReason } from './ledger.ts';
import type { ScorerChoice } from './pin-scorers.ts';

const NANOS_PER_MS = 1_000_000n;
const COUNT = { type: Number };
const TEXT = { type: String };
const OPTIONAL_TEXT = { type: String, required: false };
const OPTIONAL_DATE = { type: String, format: 'date-time', required: false };

/** A scorer as requests name it. */
export const scorerChoice = z
  .strictObject({
    name: z.string().min(1).max(500),
    version: z.int().min(1).optional().describe('Of a registered scorer; the newest when absent'),
    definition: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .optional()
      .describe('JSON of a scorer that is not registered, as text or object'),
  })
  .meta({ description: 'A registered scorer of the experiment, or one described here' });

export const scorerChoices = z.array(scorerChoice).min(1).max(20);

export const selectionFields = {
  filter: z.string().max(20_000).default('').describe('Of the grammar that traces are searched with'),
  sample_rate: z
    .number()
    .gt(0)
    .max(1)
    .default(1)
    .describe('Share of the traces, by a hash of their ids: the same ones each time'),
  seed: z.string().max(100).default('').describe('Another one makes another sample'),
  max_traces: z
    .int()
    .min(1)
    .max(10_000_000)
    .optional()
    .describe('A fair sample of so many, if there are more'),
};
export const budgetUsd = z
  .number()
  .gt(0)
  .max(1_000_000)
  .optional()
  .describe('US dollars that judges may cost');

export const createEvaluationBody = z
  .strictObject({
    experiment_id: z.string().min(1),
    name: z.string().max(250).optional(),
    cause: z.enum(['batch', 'backfill']).default('batch'),
    trace_ids: z.array(z.string()).min(1).max(10_000).optional().describe('These traces'),
    dataset_id: z.string().optional().describe('The records of this data set'),
    task: z
      .strictObject({
        prompt: z.string().describe('prompts:/name/version or prompts:/name@alias'),
        model: z.string().describe('provider:/model or gateway:/endpoint'),
      })
      .optional()
      .describe('Answers every record of the data set anew; what is judged is the answer'),
    from: unixNano.optional(),
    to: unixNano.optional(),
    ...selectionFields,
    scorers: scorerChoices,
    budget_usd: budgetUsd,
  })
  .check(({ value, issues }) => {
    const { trace_ids: traceIds, dataset_id: datasetId, task } = value;
    const fault =
      traceIds !== undefined && datasetId !== undefined
        ? 'give trace_ids or dataset_id, not both'
        : task !== undefined && datasetId === undefined
          ? 'a task needs a dataset_id'
          : undefined;
    if (fault !== undefined) issues.push({ code: 'custom', message: fault, input: value });
  });
export type CreateEvaluationBody = z.output<typeof createEvaluationBody>;

export const listEvaluationsQuery = z.strictObject({
  experiment_id: z.string().optional().describe('Those of all experiments when absent'),
  state: z
    .union([z.enum(EVALUATION_STATES), z.array(z.enum(EVALUATION_STATES))])
    .transform((value) => [value].flat())
    .optional()
    .describe('May be repeated'),
  limit: z.coerce.number().int().min(1).max(1000).default(20),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListEvaluationsQuery = z.output<typeof listEvaluationsQuery>;

/** What was asked for, in the words of the domain. */
export function toNewEvaluation(body: CreateEvaluationBody): NewEvaluation {
  return {
    experimentId: body.experiment_id,
    name: body.name,
    cause: body.cause,
    selection: toSelection(body),
    scorers: toScorerChoices(body.scorers),
    budgetUsd: body.budget_usd,
  };
}

/** The scorers that a request names, their definitions as JSON. */
export function toScorerChoices(scorers: z.output<typeof scorerChoices>): ScorerChoice[] {
  return scorers.map(({ name, version, definition }) => ({
    name,
    version,
    definition: typeof definition === 'object' ? JSON.stringify(definition) : definition,
  }));
}

function toSelection(body: CreateEvaluationBody): Selection {
  if (body.trace_ids !== undefined) return { kind: 'traces', traceIds: body.trace_ids };
  if (body.dataset_id !== undefined) return { kind: 'dataset', datasetId: body.dataset_id, task: body.task };
  return {
    kind: 'filter',
    filter: body.filter,
    fromTime: body.from === undefined ? undefined : Number(body.from / NANOS_PER_MS),
    toTime: body.to === undefined ? undefined : Number(body.to / NANOS_PER_MS),
    sampleRate: body.sample_rate,
    seed: body.seed,
    maxTraces: body.max_traces,
  };
}

/** sampled = pending + scored + skipped + failed, always. */
export class LedgerCountsDto {
  @ApiProperty(COUNT)
  readonly sampled: number;

  @ApiProperty(COUNT)
  readonly pending: number;

  @ApiProperty(COUNT)
  readonly scored: number;

  @ApiProperty(COUNT)
  readonly skipped: number;

  @ApiProperty(COUNT)
  readonly failed: number;

  constructor({ sampled, pending, scored, skipped, failed }: LedgerCounts) {
    this.sampled = sampled;
    this.pending = pending;
    this.scored = scored;
    this.skipped = skipped;
    this.failed = failed;
  }
}

export class LedgerReasonDto implements LedgerReason {
  @ApiProperty({ enum: ['skipped', 'failed'] })
  readonly state: LedgerReason['state'];

  @ApiProperty(TEXT)
  readonly reason: string;

  @ApiProperty(COUNT)
  readonly count: number;

  constructor({ state, reason, count }: LedgerReason) {
    this.state = state;
    this.reason = reason;
    this.count = count;
  }
}

/** What became of everything that was selected. */
export class LedgerDto extends LedgerCountsDto {
  @ApiProperty({ type: Number, description: 'Found by the selection, before sampling' })
  readonly eligible: number;

  @ApiProperty({
    type: Number,
    description:
      'Found and never judged: traces that judges made; by schedules and backfills those of evaluations too',
  })
  readonly left_out: number;

  @ApiProperty({ type: () => LedgerCountsDto, description: 'Of the sessions of the sampled traces' })
  readonly sessions: LedgerCountsDto;

  @ApiProperty({
    type: () => [LedgerReasonDto],
    description: 'Why rows were skipped or failed; the most frequent first',
  })
  readonly reasons: readonly LedgerReasonDto[];

  @ApiProperty(COUNT)
  readonly input_tokens: number;

  @ApiProperty(COUNT)
  readonly output_tokens: number;

  @ApiProperty({ type: Number, description: 'US dollars, as far as prices are known' })
  readonly cost_usd: number;

  constructor({ eligible, leftOut }: Evaluation, ledger: Ledger) {
    super(ledger.counts);
    this.eligible = eligible;
    this.left_out = leftOut;
    this.sessions = new LedgerCountsDto(ledger.sessions);
    this.reasons = ledger.reasons.map((reason) => new LedgerReasonDto(reason));
    this.input_tokens = ledger.inputTokens;
    this.output_tokens = ledger.outputTokens;
    this.cost_usd = ledger.costUsd;
  }
}

export class EvaluationScorerDto {
  @ApiProperty(TEXT)
  readonly name: string;

  @ApiProperty({ type: Number, required: false, description: 'Of a registered scorer' })
  readonly version: number | undefined;

  @ApiProperty({ type: String, description: 'JSON, as it was when the evaluation began' })
  readonly definition: string;

  constructor({ name, version, definition }: Evaluation['scorers'][number]) {
    this.name = name;
    this.version = version;
    this.definition = definition;
  }
}

/** Many traces or records, judged by the same scorers. */
export class EvaluationDto {
  @ApiProperty({ type: String, example: 'ev-3f7a0a52f2c14f3c9a51f5f8f5f7d1aa' })
  readonly evaluation_id: string;

  @ApiProperty(TEXT)
  readonly experiment_id: string;

  @ApiProperty({
    type: String,
    description: 'The run that holds the figures and that the traces are linked to',
  })
  readonly run_id: string;

  @ApiProperty(TEXT)
  readonly name: string;

  @ApiProperty({ enum: EVALUATION_CAUSES })
  readonly cause: EvaluationCause;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'The schedule that began it, while there is one' })
  readonly schedule_id: string | undefined;

  @ApiProperty({ enum: EVALUATION_STATES })
  readonly state: EvaluationState;

  @ApiProperty({ ...JSON_OBJECT, description: 'What is judged, as it was asked for' })
  readonly selection: Readonly<Record<string, unknown>>;

  @ApiProperty({ type: () => [EvaluationScorerDto] })
  readonly scorers: readonly EvaluationScorerDto[];

  @ApiProperty({ type: Number, required: false })
  readonly budget_usd: number | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Why it failed' })
  readonly failure: string | undefined;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty(OPTIONAL_DATE)
  readonly end_time: string | undefined;

  @ApiProperty({ type: () => LedgerDto })
  readonly ledger: LedgerDto;

  constructor({ evaluation, ledger }: CountedEvaluation) {
    this.evaluation_id = evaluation.id;
    this.experiment_id = String(evaluation.experimentId);
    this.run_id = evaluation.runId;
    this.name = evaluation.name;
    this.cause = evaluation.cause;
    this.schedule_id = evaluation.scheduleId;
    this.state = evaluation.state;
    this.selection = describeSelection(evaluation.selection);
    this.scorers = evaluation.scorers.map((scorer) => new EvaluationScorerDto(scorer));
    this.budget_usd = evaluation.budgetUsd;
    this.failure = evaluation.failure;
    this.creation_time = new Date(evaluation.creationTime).toISOString();
    this.end_time = evaluation.endTime === undefined ? undefined : new Date(evaluation.endTime).toISOString();
    this.ledger = new LedgerDto(evaluation, ledger);
  }
}

export class EvaluationPageDto {
  @ApiProperty({ type: () => [EvaluationDto] })
  readonly evaluations: readonly EvaluationDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ evaluations, next }: EvaluationPage) {
    this.evaluations = evaluations.map((each) => new EvaluationDto(each));
    this.next_page_token = next;
  }
}

function describeSelection(selection: Selection): Readonly<Record<string, unknown>> {
  switch (selection.kind) {
    case 'traces':
      return { kind: selection.kind, trace_count: selection.traceIds.length };
    case 'dataset':
      return {
        kind: selection.kind,
        dataset_id: selection.datasetId,
        ...(selection.task && { task: selection.task }),
      };
    case 'filter': {
      const { kind, filter, fromTime, toTime, sampleRate, seed, maxTraces } = selection;
      return {
        kind,
        filter,
        ...(fromTime !== undefined && { from: new Date(fromTime).toISOString() }),
        ...(toTime !== undefined && { to: new Date(toTime).toISOString() }),
        sample_rate: sampleRate,
        seed,
        ...(maxTraces !== undefined && { max_traces: maxTraces }),
      };
    }
  }
}
