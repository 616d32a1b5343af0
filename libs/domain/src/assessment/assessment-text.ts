import type {
  Assessment,
  AssessmentContent,
  AssessmentError,
  AssessmentSource,
  AssessmentSourceType,
  JsonValue,
} from './assessment.ts';

const SOURCE_NAMES: Readonly<Record<AssessmentSourceType, string>> = {
  human: 'HUMAN',
  judge: 'LLM_JUDGE',
  code: 'CODE',
  unknown: 'SOURCE_TYPE_UNSPECIFIED',
};
const SOURCE_TYPES = new Map(
  (['human', 'judge', 'code', 'unknown'] as const).map((type) => [SOURCE_NAMES[type], type]),
);
const SERIALIZED = 'JSON_FORMAT';
type Fields = Readonly<Record<string, unknown>>;

/** An assessment as trace rows hold it: the form that filters, figures and SQL views read. */
export interface StoredAssessment {
  readonly assessment_id: string;
  readonly assessment_name: string;
  readonly [field: string]: unknown;
}

/** JSON text of the stored form. */
export function assessmentText(assessment: Assessment): string {
  return JSON.stringify(storedAssessment(assessment));
}

/** Absent fields are left out. */
export function storedAssessment(assessment: Assessment): StoredAssessment {
  const { id, name, spanId, source, content, rationale, metadata, overrides } = assessment;
  return {
    assessment_id: id,
    assessment_name: name,
    ...(spanId !== undefined && { span_id: spanId }),
    source: {
      source_type: SOURCE_NAMES[source.type],
      ...(source.id !== undefined && { source_id: source.id }),
    },
    create_time: timestamp(assessment.createdAt),
    last_update_time: timestamp(assessment.updatedAt),
    ...storedContent(content),
    ...(rationale !== undefined && { rationale }),
    ...(metadata.size > 0 && { metadata: Object.fromEntries(metadata) }),
    ...(overrides !== undefined && { overrides }),
    valid: assessment.isValid,
  };
}

/** The part of the stored form that tells kind and value. */
export function storedContent(content: AssessmentContent): Fields {
  switch (content.kind) {
    case 'feedback': {
      const { value, error } = content;
      return { feedback: { value, ...(error && { error: storedError(error) }) } };
    }
    case 'expectation': {
      const { value, text } = content;
      const serialized = { serialization_format: SERIALIZED, value: text };
      return { expectation: text === undefined ? { value } : { serialized_value: serialized } };
    }
    case 'issue':
      return { issue: { issue_name: content.issueName } };
  }
}

/** Undefined for a text that holds no assessment. */
export function parseAssessment(text: string): Assessment | undefined {
  const fields = parseFields(text);
  const content = fields && parseContentOf(fields);
  const id = textOf(fields?.['assessment_id']);
  if (!fields || !content || id === undefined) return undefined;
  const createdAt = timeOf(fields['create_time']);
  return {
    id,
    name: textOf(fields['assessment_name']) ?? '',
    spanId: textOf(fields['span_id']) || undefined,
    source: parseSource(fieldsOf(fields['source'])),
    content,
    rationale: textOf(fields['rationale']),
    metadata: new Map(
      Object.entries(fieldsOf(fields['metadata'])).map(([key, value]) => [key, String(value)]),
    ),
    overrides: textOf(fields['overrides']) || undefined,
    isValid: fields['valid'] !== false,
    createdAt: createdAt ?? 0,
    updatedAt: timeOf(fields['last_update_time']) ?? createdAt ?? 0,
  };
}

/** Undefined for fields that tell no kind, or more than one. */
export function parseContentOf(fields: Fields): AssessmentContent | undefined {
  const { feedback, expectation, issue } = fields;
  const given = [feedback, expectation, issue].filter((part) => part !== undefined && part !== null);
  if (given.length !== 1) return undefined;
  if (feedback) return { kind: 'feedback', ...feedbackOf(fieldsOf(feedback), fields['error']) };
  if (issue) return { kind: 'issue', issueName: textOf(fieldsOf(issue)['issue_name']) ?? '' };
  const { value = null, serialized_value: serialized } = fieldsOf(expectation);
  const text = textOf(fieldsOf(serialized)['value']);
  return { kind: 'expectation', value: text === undefined ? toJson(value) : parseJson(text), text };
}

/** Older clients tell the error beside the feedback. */
function feedbackOf({ value = null, error }: Fields, outerError: unknown) {
  return { value: toJson(value), error: errorOf(error ?? outerError) };
}

function errorOf(given: unknown): AssessmentError | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const fields = fieldsOf(given);
  return {
    code: textOf(fields['error_code']),
    message: textOf(fields['error_message']),
    stackTrace: textOf(fields['stack_trace']),
  };
}

function storedError({ code, message, stackTrace }: AssessmentError): Fields {
  return {
    ...(code !== undefined && { error_code: code }),
    ...(message !== undefined && { error_message: message }),
    ...(stackTrace !== undefined && { stack_trace: stackTrace }),
  };
}

function parseSource(fields: Fields): AssessmentSource {
  const type = SOURCE_TYPES.get(textOf(fields['source_type']) ?? '') ?? 'unknown';
  return { type, id: textOf(fields['source_id']) };
}

function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function parseFields(text: string): Fields | undefined {
  const parsed = parseJson(text);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? fieldsOf(parsed)
    : undefined;
}

/** Null for a text that is not JSON. */
function parseJson(text: string): JsonValue {
  try {
    return toJson(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What came out of JSON.parse is JSON. */
function toJson(value: unknown): JsonValue {
  return value as JsonValue;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
