import type { NewAssessment } from '../../api/assessments.ts';
import type { LabelSchema } from '../../api/review.ts';

/** What a reviewer has said to one question so far. */
export interface Answer {
  readonly value: string | number | readonly string[] | undefined;
  readonly reason: string;
}

export const NO_ANSWER: Answer = { value: undefined, reason: '' };

export function isAnswered({ value }: Answer): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** An answer as the assessment of its question's name; yes and no are booleans, as MLflow's reviewers give them. */
export function toAssessment(
  question: LabelSchema,
  { value, reason }: Answer,
  reviewer: string,
): NewAssessment {
  const { name, kind, input } = question;
  return {
    name,
    kind,
    value: (input.kind === 'pass_fail' ? value === 'yes' : value) as never,
    source: { type: 'human', id: reviewer },
    ...(reason !== '' && { rationale: reason }),
  };
}
