import { InvalidRequestError } from '../connection/millrace-error.ts';
import type { TraceExample } from '../search/traces.ts';
import type { NewRecord } from './dataset.ts';

/** A record of what a trace was asked and answered. Throws InvalidRequestError where the inputs are no object. */
export function toExample({ trace, root, assessments }: TraceExample): NewRecord {
  const { inputs, outputs } = root;
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) {
    throw new InvalidRequestError(
      `Trace ${trace.traceId} is no record: a record's inputs are an object, those of its root are ${JSON.stringify(inputs) ?? 'absent'}. ` +
        'Give the function that is traced an object, or say by the option inputs of trace() what they are.',
    );
  }
  const expectations = assessments
    .filter(({ kind, is_valid: isValid }) => kind === 'expectation' && isValid)
    .map(({ name, value }) => [name, value]);
  return {
    inputs,
    ...(outputs !== undefined && { outputs }),
    ...(expectations.length > 0 && { expectations: Object.fromEntries(expectations) as object }),
    source: { source_type: 'TRACE', source_data: { trace_id: `tr-${trace.traceId}` } },
  };
}
