import { ApiProperty } from '@nestjs/swagger';
import { parseTraceId, Rejected, type JsonValue } from '@millrace/domain';
import type { ChatMessage } from '@millrace/ports';
import type { Verdict } from '@millrace/scorers';
import { ANY_JSON, JSON_OBJECT, jsonValue } from '@millrace/service-kit';
import { z } from 'zod';
import type { TriedScorer } from '../judging.service.ts';
import type { Trial } from './scorings.service.ts';

export const tryScorerBody = z.strictObject({
  trace_id: z.string().min(1).optional().describe('What is scored: a trace'),
  session_id: z.string().min(1).optional().describe('Or the traces of a session, with its experiment'),
  experiment_id: z.string().min(1).optional().describe('Of the session'),
  scorer: z
    .strictObject({
      name: z
        .string()
        .min(1)
        .max(250)
        .describe('Of a registered scorer of the experiment, unless there is a definition'),
      version: z.int().positive().optional().describe('The newest unless told'),
      definition: z.record(z.string(), jsonValue).optional().describe('A scorer that is not registered'),
    })
    .describe('Who scores'),
  expectations: z
    .record(z.string(), jsonValue)
    .optional()
    .describe('What should be so, by name; wins over expectations told on the trace'),
});
export type TryScorerBody = z.output<typeof tryScorerBody>;

/** Throws Rejected for a body that names no subject, or two. */
export function toTrial({ trace_id, session_id, experiment_id, scorer, expectations }: TryScorerBody): Trial {
  const { name, version, definition } = scorer;
  const choice = { name, version, definition: definition && JSON.stringify(definition) };
  if (trace_id !== undefined && session_id === undefined) {
    const traceId = parseTraceId(trace_id);
    if (traceId === undefined)
      throw new Rejected(`trace_id: '${trace_id.slice(0, 80)}' is not the id of a trace.`);
    return { subject: { traceId }, scorer: choice, expectations };
  }
  if (session_id !== undefined && experiment_id !== undefined && trace_id === undefined) {
    return { subject: { sessionId: session_id, experimentId: experiment_id }, scorer: choice, expectations };
  }
  throw new Rejected('Name what is to be scored: trace_id, or session_id and experiment_id.');
}

export class TriedVerdictDto {
  @ApiProperty({ type: String, description: 'Of the assessment it would become' })
  readonly name: string;
  @ApiProperty({ ...ANY_JSON, description: 'yes or no, a number, a word …' })
  readonly value: JsonValue;
  @ApiProperty({ type: String, required: false })
  readonly rationale: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    description: 'The span it is about; absent: the whole subject',
  })
  readonly span_id: string | undefined;
  @ApiProperty({ type: String, required: false, description: 'That answered; absent when none was asked' })
  readonly model: string | undefined;
  @ApiProperty({ type: String, required: false, description: 'Trace of the judge’s call' })
  readonly judge_trace_id: string | undefined;

  constructor({ name, value, rationale, spanId, answer }: Verdict) {
    this.name = name;
    this.value = value;
    this.rationale = rationale;
    this.span_id = spanId;
    this.model = answer?.model;
    this.judge_trace_id = answer?.traceId === undefined ? undefined : `tr-${answer.traceId}`;
  }
}

/** What came of trying a scorer. */
export class ScoringDto {
  @ApiProperty({ enum: ['scored', 'skipped', 'failed'] })
  readonly state: string;
  @ApiProperty({ type: String, required: false, description: 'Why it was skipped or failed' })
  readonly reason: string | undefined;
  @ApiProperty({ type: [TriedVerdictDto] })
  readonly verdicts: TriedVerdictDto[];
  @ApiProperty({ type: Number })
  readonly input_tokens: number;
  @ApiProperty({ type: Number })
  readonly output_tokens: number;
  @ApiProperty({ type: Number, description: 'US dollars; 0 when no price is known' })
  readonly cost_usd: number;
  @ApiProperty({ type: Boolean, description: 'Whether the answers were there before and nothing was paid' })
  readonly is_cached: boolean;
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: JSON_OBJECT },
    description: 'The messages of each question to a model, as they were sent',
  })
  readonly prompts: object[][];

  constructor(tried: TriedScorer) {
    this.state = tried.state;
    this.reason = tried.reason;
    this.verdicts = tried.verdicts.map((verdict) => new TriedVerdictDto(verdict));
    this.input_tokens = tried.inputTokens;
    this.output_tokens = tried.outputTokens;
    this.cost_usd = tried.costUsd;
    this.is_cached = tried.isCached;
    this.prompts = tried.questions.map((messages) => messages.map(toMessage));
  }
}

function toMessage(message: ChatMessage): object {
  const { role } = message;
  if (role !== 'user') return { role, content: message.text };
  return {
    role,
    content: message.parts.map((part) => (part.kind === 'text' ? part.text : part.url)).join('\n'),
  };
}
