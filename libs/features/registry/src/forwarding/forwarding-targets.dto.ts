import { ApiProperty } from '@nestjs/swagger';
import type { ForwardingCompression, ForwardingProgress, ForwardingTarget } from '@millrace/access';
import { z } from 'zod';

/** What a header's value is replaced by in answers; in a request it means: as it is now. */
export const MASKED = '***';

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
/** These belong to the request itself. */
const OWN_HEADERS = /^(content-(type|length|encoding)|transfer-encoding|connection|host|expect|upgrade)$/i;

const url = z
  .url({ protocol: /^https?$/, error: 'must be a URL beginning with http:// or https://' })
  .max(2000)
  .refine((text) => {
    const parsed = URL.parse(text);
    return parsed !== null && parsed.username === '' && parsed.password === '';
  }, 'must carry no user and password: send them as an Authorization header')
  .describe('Of the OTLP/HTTP endpoint for traces, path included: https://collector:4318/v1/traces');
const headers = z
  .record(
    z
      .string()
      .regex(HEADER_NAME, 'must be the name of an HTTP header')
      .refine((name) => !OWN_HEADERS.test(name), 'is set by Millrace itself'),
    z
      .string()
      .max(8000)
      .regex(/^[\x20-\x7e]*$/, 'must be printable ASCII'),
  )
  .refine((all) => Object.keys(all).length <= 50, 'must be at most 50 headers')
  .describe(`Sent with every request, such as Authorization. Never given back: answers say ${MASKED}`);
const compression = z.enum(['none', 'gzip']);

export const createTargetBody = z.object({
  experiment_id: z.string().describe('Whose spans are sent on'),
  url,
  headers: headers.default({}),
  compression: compression.default('gzip'),
  is_enabled: z.boolean().default(true).describe('False: nothing is sent, the position in the log is kept'),
});
export type CreateTargetBody = z.output<typeof createTargetBody>;

export const updateTargetBody = z.object({
  url: url.optional(),
  headers: headers
    .optional()
    .describe(`Replaces all of them; a value of ${MASKED} stays what it is under that name`),
  compression: compression.optional(),
  is_enabled: z.boolean().optional(),
});
export type UpdateTargetBody = z.output<typeof updateTargetBody>;

const COUNT = { type: Number };

/** A place where spans are sent on to, and how far that has come. */
export class ForwardingTargetDto {
  @ApiProperty({ type: String })
  readonly id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly url: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { authorization: MASKED },
  })
  readonly headers: Readonly<Record<string, string>>;

  @ApiProperty({ enum: ['none', 'gzip'] })
  readonly compression: ForwardingCompression;

  @ApiProperty({ type: Boolean })
  readonly is_enabled: boolean;

  @ApiProperty({ ...COUNT, description: 'Spans that the target has taken; repeated ones count again' })
  readonly sent_spans: number;

  @ApiProperty({ ...COUNT, description: 'Spans that the target has refused for good' })
  readonly failed_spans: number;

  @ApiProperty({ ...COUNT, description: 'Records of the log that are still to be looked at' })
  readonly lag_records: number;

  @ApiProperty({ type: String, required: false, description: 'The latest fault' })
  readonly last_error: string | undefined;

  @ApiProperty({ type: String, format: 'date-time', required: false })
  readonly last_error_time: string | undefined;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  constructor(target: ForwardingTarget, progress: readonly ForwardingProgress[]) {
    const sum = (count: (row: ForwardingProgress) => number) =>
      progress.reduce((all, row) => all + count(row), 0);
    const failed = progress
      .filter(({ errorTime }) => errorTime > 0)
      .sort((a, b) => b.errorTime - a.errorTime)[0];
    this.id = String(target.id);
    this.experiment_id = String(target.experimentId);
    this.url = target.url;
    this.headers = Object.fromEntries(Object.keys(target.headers).map((name) => [name, MASKED]));
    this.compression = target.compression;
    this.is_enabled = target.isEnabled;
    this.sent_spans = sum(({ sentSpans }) => sentSpans);
    this.failed_spans = sum(({ failedSpans }) => failedSpans);
    this.lag_records = sum(({ lagRecords }) => lagRecords);
    this.last_error = failed?.error;
    this.last_error_time = failed && new Date(failed.errorTime).toISOString();
    this.creation_time = new Date(target.creationTime).toISOString();
    this.last_update_time = new Date(target.lastUpdateTime).toISOString();
  }
}

export class ForwardingTargetListDto {
  @ApiProperty({ type: () => [ForwardingTargetDto] })
  readonly targets: readonly ForwardingTargetDto[];

  constructor(targets: readonly ForwardingTargetDto[]) {
    this.targets = targets;
  }
}
