import { ApiProperty } from '@nestjs/swagger';
import type { Assessment, AssessmentKind, AssessmentSourceType, JsonValue, TraceRow } from '@millrace/domain';
import { listAssessments } from '../assessments/list-assessments.ts';

/** A list shows no longer one. */
const LONGEST_VALUE = 200;

/** What is said about a session is kept with its first trace, and names the session here. */
const SESSION = 'mlflow.trace.session';

/** What was said about a trace, as a list shows it: rationale and history are for who looks at the trace. */
export class TraceAssessmentDto {
  @ApiProperty({ type: String })
  readonly assessment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ enum: ['feedback', 'expectation', 'issue'] })
  readonly kind: AssessmentKind;

  @ApiProperty({
    required: false,
    description: `Absent for an issue, and where its JSON is longer than ${LONGEST_VALUE} characters`,
    allOf: [{ $ref: '#/components/schemas/JsonValue' }],
  })
  readonly value: JsonValue | undefined;

  @ApiProperty({ enum: ['human', 'judge', 'code', 'unknown'] })
  readonly source_type: AssessmentSourceType;

  @ApiProperty({ type: Boolean, description: 'Whether it says why it has no value' })
  readonly has_error: boolean;

  @ApiProperty({ type: String, required: false, description: 'The session, where it is about a whole one' })
  readonly session_id: string | undefined;

  constructor({ id, name, content, source, metadata }: Assessment) {
    this.assessment_id = id;
    this.name = name;
    this.kind = content.kind;
    this.value = content.kind === 'issue' ? undefined : shortValue(content.value);
    this.source_type = source.type;
    this.has_error = content.kind === 'feedback' && content.error !== undefined;
    this.session_id = metadata.get(SESSION);
  }
}

/** Those that count, oldest first. */
export function traceAssessments(row: Pick<TraceRow, 'assessments'>): TraceAssessmentDto[] {
  return listAssessments(row)
    .filter(({ isValid }) => isValid)
    .map((each) => new TraceAssessmentDto(each));
}

function shortValue(value: JsonValue): JsonValue | undefined {
  return JSON.stringify(value).length > LONGEST_VALUE ? undefined : value;
}
