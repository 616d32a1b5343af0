import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import type { LabelInput } from './label-input.ts';
import { LABEL_KINDS, type LabelSchema } from './label-schema.entity.ts';

const DATE = { type: String, format: 'date-time' };

const input = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pass_fail'), positive_label: z.string(), negative_label: z.string() }),
  z.strictObject({
    kind: z.literal('categorical'),
    options: z.array(z.string()).describe('Up to 10'),
    multi_select: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('numeric'), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ kind: z.literal('text'), max_length: z.number().int().optional() }),
]);
type InputBody = z.output<typeof input>;

export const createLabelSchemaBody = z.strictObject({
  experiment_id: z.string().min(1),
  name: z.string().describe('Name of the assessments that answer it'),
  kind: z.enum(LABEL_KINDS),
  input,
  instruction: z.string().optional(),
  has_comment: z.boolean().default(false).describe('Ask for a reason too'),
});
export type CreateLabelSchemaBody = z.output<typeof createLabelSchemaBody>;

export const updateLabelSchemaBody = z.strictObject({
  name: z.string().optional(),
  input: input.optional().describe('Of the same kind'),
  instruction: z.string().optional(),
  has_comment: z.boolean().optional(),
});
export type UpdateLabelSchemaBody = z.output<typeof updateLabelSchemaBody>;

export const listLabelSchemasQuery = z.strictObject({
  experiment_id: z.string().min(1),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListLabelSchemasQuery = z.output<typeof listLabelSchemasQuery>;

class LabelInputDto {
  @ApiProperty({ enum: ['pass_fail', 'categorical', 'numeric', 'text'] })
  readonly kind: LabelInput['kind'];

  @ApiProperty({ type: String, required: false })
  readonly positive_label: string | undefined;

  @ApiProperty({ type: String, required: false })
  readonly negative_label: string | undefined;

  @ApiProperty({ type: [String], required: false })
  readonly options: readonly string[] | undefined;

  @ApiProperty({ type: Boolean, required: false })
  readonly multi_select: boolean | undefined;

  @ApiProperty({ type: Number, required: false })
  readonly min: number | undefined;

  @ApiProperty({ type: Number, required: false })
  readonly max: number | undefined;

  @ApiProperty({ type: Number, required: false })
  readonly max_length: number | undefined;

  constructor(given: LabelInput) {
    this.kind = given.kind;
    if (given.kind === 'pass_fail') {
      this.positive_label = given.positiveLabel;
      this.negative_label = given.negativeLabel;
    } else if (given.kind === 'categorical') {
      this.options = given.options;
      this.multi_select = given.isMultiSelect;
    } else if (given.kind === 'numeric') {
      this.min = given.min;
      this.max = given.max;
    } else {
      this.max_length = given.maxLength;
    }
  }
}

/** A question to reviewers. */
export class LabelSchemaDto {
  @ApiProperty({ type: String, example: 'ls-bd2521d6da35460b83391bd989380433' })
  readonly schema_id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ enum: LABEL_KINDS })
  readonly kind: LabelSchema['kind'];

  @ApiProperty({ type: () => LabelInputDto })
  readonly input: LabelInputDto;

  @ApiProperty({ type: String, required: false })
  readonly instruction: string | undefined;

  @ApiProperty({ type: Boolean, description: 'A reason is asked for too' })
  readonly has_comment: boolean;

  @ApiProperty({ type: Boolean, description: "The experiment's own question: can't be changed or deleted" })
  readonly is_default: boolean;

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty(DATE)
  readonly last_update_time: string;

  constructor(schema: LabelSchema) {
    this.schema_id = schema.id;
    this.experiment_id = String(schema.experimentId);
    this.name = schema.name;
    this.kind = schema.kind;
    this.input = new LabelInputDto(schema.input);
    this.instruction = schema.instruction ?? undefined;
    this.has_comment = schema.hasComment;
    this.is_default = schema.isDefault;
    this.creation_time = new Date(schema.creationTime).toISOString();
    this.last_update_time = new Date(schema.lastUpdateTime).toISOString();
  }
}

export class LabelSchemaPageDto {
  @ApiProperty({ type: () => [LabelSchemaDto], description: 'The newest first' })
  readonly label_schemas: readonly LabelSchemaDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor(schemas: readonly LabelSchema[], next: string | undefined) {
    this.label_schemas = schemas.map((schema) => new LabelSchemaDto(schema));
    this.next_page_token = next;
  }
}

export function labelInputOf(body: InputBody): LabelInput {
  switch (body.kind) {
    case 'pass_fail':
      return { kind: 'pass_fail', positiveLabel: body.positive_label, negativeLabel: body.negative_label };
    case 'categorical':
      return { kind: 'categorical', options: body.options, isMultiSelect: body.multi_select };
    case 'numeric':
      return body;
    case 'text':
      return { kind: 'text', maxLength: body.max_length };
  }
}
