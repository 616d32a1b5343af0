import { parseAssessment, type Assessment, type TraceRow } from '@millrace/domain';

/** The assessments of a trace, oldest first. A text that holds none is left out: it was never an answer of this server. */
export function listAssessments({ assessments }: Pick<TraceRow, 'assessments'>): Assessment[] {
  return [...assessments.values()]
    .map(parseAssessment)
    .filter((assessment) => assessment !== undefined)
    .sort((a, b) => a.createdAt - b.createdAt);
}
