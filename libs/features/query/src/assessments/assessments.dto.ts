import { ApiProperty } from '@nestjs/swagger';
import type {
  Assessment,
  AssessmentContent,
  AssessmentKind,
  AssessmentSource,
  AssessmentUpdate,
  JsonValue,
  NewAssessment,
} from '@millrace/domain';
import { jsonValue } from '@millrace/service-kit';
import { z } from 'zod';

const OPTIONAL_TEXT = { type: String, required: false };
const DATE = { type: String, format: 'date-time' };
const SOURCE_TYPES = ['human', 'judge', 'code', 'unknown'] as const;

const error = z.strictObject({
  code: z.string().optional(),
  message: z.string().optional(),
  stack_trace: z.string().optional(),
});
const metadata = z.record(z.string(), z.string());

/** The body of `POST /api/v1/traces/:trace_id/assessments`. */
export const createAssessmentBody = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['feedback', 'expectation', 'issue']).default('feedback'),
    value: jsonValue.optional().describe('Of feedback and expectations: any JSON'),
    issue_name: z.string().optional().describe('Of an issue, whose id is then the name'),
    error: error.optional().describe('Why there is no value, or none to be trusted; of feedback'),
    source: z
      .strictObject({ type: z.enum(SOURCE_TYPES).default('unknown'), id: z.string().optional() })
      .default({ type: 'unknown' }),
    span_id: z.string().optional().describe('Absent: it is about the whole trace'),
    rationale: z.string().optional(),
    metadata: metadata.default({}),
    overrides: z.string().optional().describe('Id of the assessment that this one stands for from now on'),
  })
  .refine(({ kind, issue_name }) => (kind === 'issue') === (issue_name !== undefined), {
    message: 'an issue, and nothing else, has an issue_name',
  })
  .refine(({ kind, value, error: fault }) => kind === 'issue' || value !== undefined || fault !== undefined, {
    message: 'feedback has a value or an error, an expectation has a value',
  });
export type CreateAssessmentBody = z.output<typeof createAssessmentBody>;

/** The body of `PATCH /api/v1/traces/:trace_id/assessments/:assessment_id`: what is absent stays. */
export const updateAssessmentBody = z.strictObject({
  name: z.string().optional(),
  value: jsonValue.optional().describe('Of feedback and expectations: any JSON'),
  error: error.optional(),
  rationale: z.string().optional(),
  metadata: metadata.optional().describe('Merged key by key'),
  is_valid: z.boolean().optional(),
});
export type UpdateAssessmentBody = z.output<typeof updateAssessmentBody>;

class AssessmentErrorDto {
  @ApiProperty(OPTIONAL_TEXT)
  readonly code: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly message: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly stack_trace: string | undefined;
}

class AssessmentSourceDto {
  @ApiProperty({ enum: SOURCE_TYPES })
  readonly type: AssessmentSource['type'];

  @ApiProperty(OPTIONAL_TEXT)
  readonly id: string | undefined;

  constructor({ type, id }: AssessmentSource) {
    this.type = type;
    this.id = id;
  }
}

/** What somebody or something says about the quality of a trace. Absent fields were not told. */
export class AssessmentDto {
  @ApiProperty({ type: String, example: 'a-64f547c9ad9045b68457fbf82ccd53c0' })
  readonly assessment_id: string;

  @ApiProperty({ type: String })
  readonly trace_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ enum: ['feedback', 'expectation', 'issue'] })
  readonly kind: AssessmentKind;

  @ApiProperty({
    required: false,
    description: 'Absent for an issue',
    allOf: [{ $ref: '#/components/schemas/JsonValue' }],
  })
  readonly value: JsonValue | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly issue_name: string | undefined;

  @ApiProperty({ type: () => AssessmentErrorDto, required: false })
  readonly error: AssessmentErrorDto | undefined;

  @ApiProperty({ type: () => AssessmentSourceDto })
  readonly source: AssessmentSourceDto;

  @ApiProperty(OPTIONAL_TEXT)
  readonly span_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly rationale: string | undefined;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  readonly metadata: Readonly<Record<string, string>>;

  @ApiProperty(OPTIONAL_TEXT)
  readonly overrides: string | undefined;

  @ApiProperty({ type: Boolean, description: 'False once another one overrides it' })
  readonly is_valid: boolean;

  @ApiProperty(DATE)
  readonly create_time: string;

  @ApiProperty(DATE)
  readonly last_update_time: string;

  constructor(assessment: Assessment, traceId: string) {
    const { content } = assessment;
    this.assessment_id = assessment.id;
    this.trace_id = traceId;
    this.name = assessment.name;
    this.kind = content.kind;
    this.value = content.kind === 'issue' ? undefined : content.value;
    this.issue_name = content.kind === 'issue' ? content.issueName : undefined;
    this.error = content.kind === 'feedback' ? errorDto(content.error) : undefined;
    this.source = new AssessmentSourceDto(assessment.source);
    this.span_id = assessment.spanId;
    this.rationale = assessment.rationale;
    this.metadata = Object.fromEntries(assessment.metadata);
    this.overrides = assessment.overrides;
    this.is_valid = assessment.isValid;
    this.create_time = new Date(assessment.createdAt).toISOString();
    this.last_update_time = new Date(assessment.updatedAt).toISOString();
  }
}

export class AssessmentListDto {
  @ApiProperty({ type: () => [AssessmentDto], description: 'Oldest first' })
  readonly assessments: readonly AssessmentDto[];

  constructor(assessments: readonly AssessmentDto[]) {
    this.assessments = assessments;
  }
}

export function newAssessment(body: CreateAssessmentBody): NewAssessment {
  return {
    id: undefined,
    name: body.name,
    spanId: body.span_id?.toLowerCase(),
    source: { type: body.source.type, id: body.source.id },
    content: contentOf(body),
    rationale: body.rationale,
    metadata: new Map(Object.entries(body.metadata)),
    overrides: body.overrides,
    isValid: true,
    createdAt: undefined,
    updatedAt: undefined,
  };
}

/** `current` tells what kind a new value is of. */
export function assessmentUpdate(body: UpdateAssessmentBody, current: Assessment): AssessmentUpdate {
  const hasContent = body.value !== undefined || body.error !== undefined;
  const before = current.content.kind === 'issue' ? null : current.content.value;
  const content = {
    kind: current.content.kind,
    issue_name: undefined,
    error: body.error,
    value: body.value ?? before,
  };
  return {
    name: body.name,
    content: hasContent ? contentOf(content) : undefined,
    rationale: body.rationale,
    metadata: body.metadata && new Map(Object.entries(body.metadata)),
    isValid: body.is_valid,
  };
}

interface ContentBody extends Pick<CreateAssessmentBody, 'kind' | 'issue_name' | 'error'> {
  readonly value?: JsonValue | undefined;
}

function contentOf(body: ContentBody): AssessmentContent {
  const { kind, value = null, error: fault } = body;
  if (kind === 'issue') return { kind, issueName: body.issue_name ?? '' };
  // As the Python client tells values that are no scalars, so that it reads them back as such.
  const isPlain = typeof value !== 'object' || value === null;
  if (kind === 'expectation') return { kind, value, text: isPlain ? undefined : JSON.stringify(value) };
  const told = fault && { code: fault.code, message: fault.message, stackTrace: fault.stack_trace };
  return { kind, value, error: told };
}

type ContentError = Extract<AssessmentContent, { kind: 'feedback' }>['error'];

function errorDto(error: ContentError): AssessmentErrorDto | undefined {
  return error && { code: error.code, message: error.message, stack_trace: error.stackTrace };
}
