import { ApiProperty } from '@nestjs/swagger';
import { jsonValue } from '@millrace/service-kit';
import { z } from 'zod';
import type { PlaygroundAnswer, PlaygroundRun } from './playground.service.ts';

const DEFAULT_MODEL = 'openai:/gpt-4.1-mini';
const MOST_MESSAGES = 200;

export const runPlaygroundBody = z
  .strictObject({
    experiment_id: z.string().min(1).optional().describe('Where it is traced; the default one when absent'),
    prompt: z
      .strictObject({ name: z.string().min(1).max(256), version: z.int().positive() })
      .optional()
      .describe('A registered version'),
    messages: z
      .array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }))
      .min(1)
      .max(MOST_MESSAGES)
      .optional()
      .describe('Or messages with {{variables}}, registered or not'),
    response_format: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('JSON schema of the answer, beside messages; a prompt has its own'),
    variables: z.record(z.string(), jsonValue).default({}).describe('Values by the names of the variables'),
    model: z
      .string()
      .min(1)
      .max(300)
      .default(DEFAULT_MODEL)
      .describe('<provider>:/<model>, or gateway:/<endpoint>'),
    temperature: z.number().min(0).max(2).optional(),
    top_p: z.number().min(0).max(1).optional(),
    max_output_tokens: z.int().positive().optional(),
  })
  .refine(
    ({ prompt, messages }) => (prompt === undefined) !== (messages === undefined),
    'give either prompt or messages',
  );
export type RunPlaygroundBody = z.output<typeof runPlaygroundBody>;

export function toRun(body: RunPlaygroundBody): PlaygroundRun {
  const { prompt, messages = [], response_format: responseFormat } = body;
  return {
    experimentId: body.experiment_id,
    tried: prompt ? { kind: 'prompt', ...prompt } : { kind: 'messages', messages, responseFormat },
    variables: body.variables,
    model: body.model,
    temperature: body.temperature,
    topP: body.top_p,
    maxOutputTokens: body.max_output_tokens,
  };
}

/** What a model answered in the playground. */
export class PlaygroundAnswerDto {
  @ApiProperty({ type: String })
  readonly text: string;

  @ApiProperty({ type: String, description: 'That answered, as the provider calls it' })
  readonly model: string;

  @ApiProperty({ type: String })
  readonly provider: string;

  @ApiProperty({ enum: ['stop', 'length', 'content-filter', 'tool-calls', 'other'] })
  readonly finish: string;

  @ApiProperty({ type: Number })
  readonly input_tokens: number;

  @ApiProperty({ type: Number })
  readonly output_tokens: number;

  @ApiProperty({ type: Number, required: false, description: 'US dollars; absent when no price is known' })
  readonly cost_usd: number | undefined;

  @ApiProperty({ type: Number, description: 'Milliseconds that the model took, with its repeats' })
  readonly duration_ms: number;

  @ApiProperty({ type: String, required: false, description: 'Absent when the call could not be traced' })
  readonly trace_id: string | undefined;

  constructor({ call, finish, costUsd, traceId }: PlaygroundAnswer) {
    this.text = call.text;
    this.model = call.model;
    this.provider = call.provider;
    this.finish = finish;
    this.input_tokens = call.usage.input;
    this.output_tokens = call.usage.output;
    this.cost_usd = costUsd;
    this.duration_ms = call.endedAt - call.startedAt;
    this.trace_id = traceId === undefined ? undefined : `tr-${traceId}`;
  }
}
