import { ApiProperty } from '@nestjs/swagger';
import type { JsonValue } from '@millrace/domain';
import { ANY_JSON, unixNano } from '@millrace/service-kit';
import { z } from 'zod';
import type { TraceVerdict } from '../trace-verdicts.ts';
import type { JudgeAgreement, JudgedByBoth } from './measure-judge.ts';

export const agreementBody = z.strictObject({
  experiment_id: z.string().min(1),
  scorer: z.string().min(1).max(250).describe('Name of the assessments of the judge or of code'),
  label: z.string().min(1).max(250).optional().describe('Name of those of people; the same when absent'),
  filter: z.string().max(10_000).default('').describe('Traces that count, in the grammar of docs/filters.md'),
  from: unixNano.optional().describe('Earliest request time, inclusive'),
  to: unixNano.optional().describe('Latest request time, exclusive'),
  limit: z.int().min(0).max(1000).default(100).describe('Disagreements that are listed'),
});
export type AgreementBody = z.output<typeof agreementBody>;

interface KappaInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export class KappaDto {
  @ApiProperty({ type: Number })
  readonly estimate: number;

  @ApiProperty({ type: Number, description: 'Of the 95 % interval' })
  readonly low: number;

  @ApiProperty({ type: Number })
  readonly high: number;

  constructor({ estimate, low, high }: KappaInterval) {
    this.estimate = estimate;
    this.low = low;
    this.high = high;
  }
}

export class AgreementVerdictDto {
  @ApiProperty({ ...ANY_JSON, description: 'What it found' })
  readonly value: JsonValue;

  @ApiProperty({ type: String, required: false })
  readonly rationale: string | undefined;

  @ApiProperty({ type: String, required: false, description: 'Who says so' })
  readonly source_id: string | undefined;

  constructor({ value, rationale, source }: TraceVerdict) {
    this.value = value;
    this.rationale = rationale;
    this.source_id = source.id;
  }
}

export class DisagreementDto {
  @ApiProperty({ type: String })
  readonly trace_id: string;

  @ApiProperty({ type: AgreementVerdictDto })
  readonly judge: AgreementVerdictDto;

  @ApiProperty({ type: AgreementVerdictDto })
  readonly human: AgreementVerdictDto;

  constructor({ traceId, judge, human }: JudgedByBoth) {
    this.trace_id = `tr-${traceId}`;
    this.judge = new AgreementVerdictDto(judge);
    this.human = new AgreementVerdictDto(human);
  }
}

export class JudgeAgreementDto {
  @ApiProperty({ type: Number, description: 'That a judge and a person speak of' })
  readonly traces: number;

  @ApiProperty({ type: Number, required: false, description: 'Share in which both say the same' })
  readonly agreement: number | undefined;

  @ApiProperty({
    type: KappaDto,
    required: false,
    description: "Cohen's kappa: agreement beyond chance; absent when both say always the same word",
  })
  readonly kappa: KappaDto | undefined;

  @ApiProperty({ type: [String], description: 'Words of rows and columns; yes, true and pass are one' })
  readonly labels: readonly string[];

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'number' } },
    description: 'Rows: the judge; columns: the person',
  })
  readonly confusion: readonly (readonly number[])[];

  @ApiProperty({ type: Number })
  readonly disagreement_count: number;

  @ApiProperty({ type: [DisagreementDto] })
  readonly disagreements: readonly DisagreementDto[];

  constructor({ agreement, disagreements }: JudgeAgreement, limit: number) {
    const { kappa: estimate, low, high } = agreement ?? {};
    this.traces = agreement?.pairs ?? 0;
    this.agreement = agreement?.agreed;
    if (estimate !== undefined && low !== undefined && high !== undefined) {
      this.kappa = new KappaDto({ estimate, low, high });
    }
    this.labels = agreement?.labels ?? [];
    this.confusion = agreement?.confusion ?? [];
    this.disagreement_count = disagreements.length;
    this.disagreements = disagreements.slice(0, limit).map((each) => new DisagreementDto(each));
  }
}
