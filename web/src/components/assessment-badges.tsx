import { Badge, Tooltip } from '@mantine/core';
import type { TraceAssessment } from '../api/traces.ts';
import { formatCount } from './format.ts';

const SOURCES: Readonly<Record<TraceAssessment['source_type'], string>> = {
  human: 'a person',
  judge: 'a judge',
  code: 'code',
  unknown: 'someone',
};
const GOOD = [true, 'yes', 'true', 'pass'];
const BAD = [false, 'no', 'false', 'fail'];

/** What was said about a trace, short: the newest of each name. */
export function AssessmentBadges({ assessments }: { readonly assessments: readonly TraceAssessment[] }) {
  const newest = new Map(assessments.filter(({ kind }) => kind !== 'issue').map((each) => [each.name, each]));
  return [...newest.values()].map((each) => (
    <Tooltip
      key={each.assessment_id}
      label={`${each.name}: ${valueText(each)}, said by ${SOURCES[each.source_type]}`}
    >
      <Badge size="sm" variant="light" color={colorOf(each)} tt="none" fw={500} mr={4}>
        {each.name}: {valueText(each)}
      </Badge>
    </Tooltip>
  ));
}

function valueText({ value, has_error: hasError }: TraceAssessment): string {
  if (hasError) return 'error';
  if (typeof value === 'number') return formatCount(value);
  if (value === undefined) return '…';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function colorOf({ value, kind, has_error: hasError }: TraceAssessment): string {
  if (hasError) return 'orange';
  if (kind === 'expectation') return 'gray';
  if (GOOD.some((each) => each === value)) return 'green';
  return BAD.some((each) => each === value) ? 'red' : 'gray';
}
