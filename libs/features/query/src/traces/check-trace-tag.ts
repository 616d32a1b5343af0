import { Rejected } from '@millrace/domain';
import { ARTIFACT_LOCATION_TAG, SPANS_LOCATION_TAG } from '../mlflow/trace-info.ts';

/** Said by the server itself. */
const IMMUTABLE = [
  SPANS_LOCATION_TAG,
  ARTIFACT_LOCATION_TAG,
  'mlflow.trace.archiveLocation',
  'mlflow.trace.archivalFailure',
];
const LONGEST_KEY = 250;
const LONGEST_VALUE = 8000;

/** Throws Rejected for a tag that a client can't set. */
export function checkTraceTag(key: string, value: string): void {
  if (IMMUTABLE.includes(key)) {
    throw new Rejected(`Tag '${key}' is immutable and cannot be set on a trace.`);
  }
  if (key === '' || key.length > LONGEST_KEY) {
    throw new Rejected(`The key of a trace tag has 1 to ${LONGEST_KEY} characters, not ${key.length}.`);
  }
  if (value.length > LONGEST_VALUE) {
    throw new Rejected(
      `The value of a trace tag has at most ${LONGEST_VALUE} characters, not ${value.length}.`,
    );
  }
}
