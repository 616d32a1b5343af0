import { mlflowEnum, mlflowMessage, parseUnixNano } from '@millrace/service-kit';
import {
  Rejected,
  storedAssessment,
  type Assessment,
  type AssessmentContent,
  type AssessmentError,
  type AssessmentSourceType,
  type AssessmentUpdate,
  type JsonValue,
  type NewAssessment,
} from '@millrace/domain';
import { z } from 'zod';
import { toMlflowTraceId } from '../traces/trace-id.ts';

/** Messages of mlflow/WIRE.md section 7. */
const NANOS_PER_MS = 1_000_000n;
const SERIALIZED = 'JSON_FORMAT';
const SOURCE_TYPES = {
  SOURCE_TYPE_UNSPECIFIED: 'unknown',
  HUMAN: 'human',
  LLM_JUDGE: 'judge',
  CODE: 'code',
} as const satisfies Readonly<Record<string, AssessmentSourceType>>;

const timestamp = z.string().transform((text, context) => {
  const nanos = parseUnixNano(text);
  if (nanos !== undefined) return Number(nanos / NANOS_PER_MS);
  context.addIssue({ code: 'custom', message: 'expected a timestamp in RFC 3339', input: text });
  return z.NEVER;
});
const error = mlflowMessage({
  error_code: z.string().optional(),
  error_message: z.string().optional(),
  stack_trace: z.string().optional(),
});
const fields = {
  assessment_id: z.string().optional(),
  span_id: z.string().optional(),
  source: mlflowMessage({
    source_type: mlflowEnum({ SOURCE_TYPE_UNSPECIFIED: 0, HUMAN: 1, LLM_JUDGE: 2, CODE: 3 }).default(
      'SOURCE_TYPE_UNSPECIFIED',
    ),
    source_id: z.string().optional(),
  }).optional(),
  create_time: timestamp.optional(),
  last_update_time: timestamp.optional(),
  feedback: mlflowMessage({ value: z.json().optional(), error: error.optional() }).optional(),
  expectation: mlflowMessage({
    value: z.json().optional(),
    serialized_value: mlflowMessage({
      serialization_format: z.string().default(SERIALIZED),
      value: z.string(),
    }).optional(),
  }).optional(),
  issue: mlflowMessage({ issue_name: z.string() }).optional(),
  rationale: z.string().optional(),
  error: error.optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  overrides: z.string().optional(),
  valid: z.boolean().optional(),
};

export const assessmentMessage = mlflowMessage({ ...fields, assessment_name: z.string() });
export type AssessmentMessage = z.output<typeof assessmentMessage>;
const changedMessage = mlflowMessage({ ...fields, assessment_name: z.string().optional() });

export const createAssessmentMessage = mlflowMessage({ trace_id: z.string(), assessment: assessmentMessage });
export const assessmentIdMessage = mlflowMessage({ trace_id: z.string(), assessment_id: z.string() });
export const updateAssessmentMessage = mlflowMessage({
  trace_id: z.string(),
  assessment_id: z.string(),
  assessment: changedMessage,
  update_mask: z.string(),
});
export type UpdateAssessmentMessage = z.output<typeof updateAssessmentMessage>;

/** Throws Rejected for a message that tells no value, or more than one. */
export function toNewAssessment(message: AssessmentMessage): NewAssessment {
  const content = toContent(message);
  if (!content) {
    throw new Rejected(
      `Exactly one of 'feedback', 'expectation' and 'issue' must be set in assessment '${message.assessment_name}'.`,
    );
  }
  const { source } = message;
  return {
    id: message.assessment_id || undefined,
    name: message.assessment_name,
    spanId: message.span_id?.toLowerCase() || undefined,
    source: { type: SOURCE_TYPES[source?.source_type ?? 'SOURCE_TYPE_UNSPECIFIED'], id: source?.source_id },
    content,
    rationale: message.rationale,
    metadata: new Map(Object.entries(message.metadata ?? {})),
    overrides: message.overrides || undefined,
    isValid: message.valid ?? true,
    createdAt: message.create_time,
    updatedAt: message.last_update_time,
  };
}

/** Throws Rejected for a mask that names no field that can change, or one that is not given. */
export function toUpdate({ assessment, update_mask }: UpdateAssessmentMessage): AssessmentUpdate {
  const paths = update_mask
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  if (paths.length === 0) throw new Rejected("Missing value for required parameter 'update_mask'.");
  return Object.assign({}, ...paths.map((path) => changeAt(path, assessment))) as AssessmentUpdate;
}

/** An assessment as MLflow spells it. */
export function toMlflowAssessment(assessment: Assessment, traceId: string) {
  const { assessment_id, assessment_name, ...rest } = storedAssessment(assessment);
  return { assessment_id, assessment_name, trace_id: toMlflowTraceId(traceId), ...rest };
}

function changeAt(path: string, message: UpdateAssessmentMessage['assessment']): AssessmentUpdate {
  switch (path) {
    case 'assessmentName':
    case 'assessment_name':
      return { name: message.assessment_name ?? '' };
    case 'feedback':
      return { content: toContent({ feedback: message.feedback ?? {}, error: message.error }) };
    case 'expectation':
      return { content: toContent({ expectation: message.expectation ?? {} }) };
    case 'rationale':
      return { rationale: message.rationale ?? '' };
    case 'metadata':
      return { metadata: new Map(Object.entries(message.metadata ?? {})) };
    case 'valid':
      return { isValid: message.valid ?? true };
    default:
      throw new Rejected(
        `Invalid value ${path} for parameter 'update_mask' supplied: expected assessmentName, feedback, expectation, rationale, metadata or valid.`,
      );
  }
}

type ContentMessage = Pick<AssessmentMessage, 'feedback' | 'expectation' | 'issue' | 'error'>;

function toContent({ feedback, expectation, issue, error }: ContentMessage): AssessmentContent | undefined {
  if ([feedback, expectation, issue].filter((part) => part !== undefined).length !== 1) return undefined;
  if (feedback) {
    return { kind: 'feedback', value: feedback.value ?? null, error: toError(feedback.error ?? error) };
  }
  if (issue) return { kind: 'issue', issueName: issue.issue_name };
  const serialized = expectation?.serialized_value;
  if (!serialized) return { kind: 'expectation', value: expectation?.value ?? null, text: undefined };
  return {
    kind: 'expectation',
    value: parseSerialized(serialized.value, serialized.serialization_format),
    text: serialized.value,
  };
}

function parseSerialized(text: string, format: string): JsonValue {
  if (format !== SERIALIZED) {
    throw new Rejected(`Unknown serialization format: ${format}. Only ${SERIALIZED} is supported.`);
  }
  try {
    return z.json().parse(JSON.parse(text));
  } catch (cause) {
    throw new Rejected('The serialized value of an expectation is not JSON.', 'invalid', { cause });
  }
}

function toError(message: z.output<typeof error> | undefined): AssessmentError | undefined {
  return (
    message && {
      code: message.error_code,
      message: message.error_message,
      stackTrace: message.stack_trace,
    }
  );
}
