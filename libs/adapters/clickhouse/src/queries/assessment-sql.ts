import type { Comparison, TraceField } from '@millrace/domain';
import { comparisonSql, textOf } from './comparison-sql.ts';
import type { SqlParams } from './sql-params.ts';

/** Assessments are JSON texts of MLflow's form in the trace's row; those that were superseded have `valid: false`. */
const IS_VALID = "(NOT JSONHas(a, 'valid') OR JSONExtractBool(a, 'valid'))";
const VALUES = {
  feedback: "JSONExtractRaw(a, 'feedback', 'value')",
  expectation: `if(JSONHas(a, 'expectation', 'serialized_value'), JSONExtractString(a, 'expectation', 'serialized_value', 'value'),
      JSONExtractRaw(a, 'expectation', 'value'))`,
};

/** A condition on rows of `traces` about its feedback, its expectations or its issues. */
export function assessmentSql(comparison: Comparison<TraceField>, params: SqlParams): string {
  const { entity, key } = comparison.field;
  if (entity !== 'feedback' && entity !== 'expectation') {
    return anyAssessment(
      `JSONHas(a, 'issue') AND JSONExtractString(a, 'assessment_name') = ${params.text(textOf(comparison))}`,
    );
  }
  const isNamed = `JSONHas(a, '${entity}') AND JSONExtractString(a, 'assessment_name') = ${params.text(key)}`;
  const value = VALUES[entity];
  switch (comparison.comparator) {
    case 'IS NULL':
      return `NOT ${ofTraceOrSession(isNamed)}`;
    case 'IS NOT NULL':
      return ofTraceOrSession(isNamed);
    default:
      return ofTraceOrSession(`${isNamed} AND ${valueSql(value, comparison, params)}`);
  }
}

const IS_OF_SESSION = "JSONHas(a, 'metadata', 'mlflow.trace.session')";
const PLACE = 'experiment_id, toStartOfHour(request_time), trace_id';
const OWN_TRACES =
  'workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)} AND isNotNull(session_id)';

/**
 * What is said of a whole session stands at one of its traces, whenever that was, and holds for all of them. The few traces that may
 * have such an assessment are found in one column, before their newest versions decide.
 */
function ofTraceOrSession(condition: string): string {
  const ofSession = anyAssessment(`${IS_OF_SESSION} AND ${condition}`);
  return `(${anyAssessment(condition)} OR ifNull(session_id, '') IN (
    SELECT ifNull(session_id, '') FROM traces FINAL
    WHERE ${OWN_TRACES} AND ${ofSession}
      AND (${PLACE}) IN (SELECT ${PLACE} FROM traces WHERE ${OWN_TRACES} AND ${ofSession})))`;
}

function anyAssessment(condition: string): string {
  return `arrayExists(a -> ${IS_VALID} AND ${condition}, mapValues(assessments))`;
}

/** A text equals a JSON text as well as the spelling of another primitive; patterns see the JSON, quotes and all. */
function valueSql(value: string, comparison: Comparison<TraceField>, params: SqlParams): string {
  if (typeof comparison.value === 'number') {
    const number = `ifNull(toFloat64OrNull(${value}), nan)`;
    return `(NOT isNaN(${number}) AND ${comparisonSql({ kind: 'number', sql: number }, comparison, params)})`;
  }
  if (comparison.comparator !== '=' && comparison.comparator !== '!=') {
    return comparisonSql({ kind: 'text', sql: value }, comparison, params);
  }
  const text = textOf(comparison);
  const isEqual = `${value} IN ${params.texts([text, JSON.stringify(text)])}`;
  return comparison.comparator === '=' ? isEqual : `NOT (${isEqual})`;
}
