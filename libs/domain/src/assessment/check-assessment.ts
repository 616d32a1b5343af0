import { Rejected } from '../errors.ts';
import type { Assessment, AssessmentUpdate } from './assessment.ts';
import { assessmentText } from './assessment-text.ts';

const ID = /^[\w.-]{1,64}$/;
const SPAN_ID = /^[0-9a-f]{16}$/;
const LONGEST_NAME = 250;
const LONGEST_SOURCE = 250;
const LONGEST_METADATA_KEY = 250;
/** A record of the log carries it whole, with room to spare (MAX_LOG_RECORD_BYTES). */
const LONGEST_TEXT = 500_000;

/** Throws Rejected, naming the fault and its bound. */
export function checkAssessment(assessment: Assessment): void {
  const { id, name, spanId, source, overrides } = assessment;
  if (!ID.test(id)) {
    throw new Rejected(
      `'${id.slice(0, 80)}' is no id of an assessment: expected 1 to 64 letters, digits, '-', '_' and '.'.`,
    );
  }
  checkName(name);
  if (spanId !== undefined && !SPAN_ID.test(spanId)) {
    throw new Rejected(`'${spanId.slice(0, 80)}' is not a span id: expected 16 hex digits.`);
  }
  if ((source.id?.length ?? 0) > LONGEST_SOURCE) {
    throw new Rejected(`The source of an assessment has at most ${LONGEST_SOURCE} characters.`);
  }
  if (overrides === id) throw new Rejected(`Assessment '${id}' can't override itself.`);
  checkMetadata(assessment.metadata);
  checkLength(assessmentText(assessment).length);
}

/** Throws Rejected for what no assessment may say, whatever it said before. */
export function checkAssessmentUpdate(update: AssessmentUpdate): void {
  if (update.name !== undefined) checkName(update.name);
  if (update.metadata) checkMetadata(update.metadata);
}

function checkName(name: string): void {
  if (name.trim() === '')
    throw new Rejected("Missing value for 'assessment_name': an assessment has a name.");
  if (name.length > LONGEST_NAME) {
    throw new Rejected(
      `The name of an assessment has at most ${LONGEST_NAME} characters, not ${name.length}.`,
    );
  }
}

function checkMetadata(metadata: ReadonlyMap<string, string>): void {
  for (const key of metadata.keys()) {
    if (key.length > 0 && key.length <= LONGEST_METADATA_KEY) continue;
    throw new Rejected(
      `A metadata key of an assessment has 1 to ${LONGEST_METADATA_KEY} characters, not ${key.length}.`,
    );
  }
}

function checkLength(length: number): void {
  if (length <= LONGEST_TEXT) return;
  throw new Rejected(
    `An assessment has at most ${LONGEST_TEXT} characters in all, not ${length}: shorten its value, rationale or metadata.`,
  );
}
