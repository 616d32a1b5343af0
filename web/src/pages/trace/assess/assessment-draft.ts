import type { Assessment, NewAssessment } from '../../../api/assessments.ts';

export const VALUE_KINDS = ['yes-no', 'number', 'text', 'json'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What stands in the form. */
export interface AssessmentDraft {
  readonly kind: 'feedback' | 'expectation';
  readonly name: string;
  readonly valueKind: ValueKind;
  /** As typed; `yes` or `no` where that is asked. */
  readonly value: string;
  readonly rationale: string;
  readonly isAboutSpan: boolean;
}

export const EMPTY_DRAFT: AssessmentDraft = {
  kind: 'feedback',
  name: '',
  valueKind: 'yes-no',
  value: 'yes',
  rationale: '',
  isAboutSpan: false,
};

/** The form filled with what an assessment says. */
export function draftOf({ kind, name, value, rationale, span_id: spanId }: Assessment): AssessmentDraft {
  const valueKind = valueKindOf(value);
  return {
    kind: kind === 'expectation' ? 'expectation' : 'feedback',
    name,
    valueKind,
    value: valueKind === 'json' ? JSON.stringify(value, null, 2) : yesNo(value),
    rationale: rationale ?? '',
    isAboutSpan: spanId !== undefined,
  };
}

export type DraftValue = { readonly value: NonNullable<NewAssessment['value']> } | { readonly fault: string };

/** The value that was typed, or what is wrong with it. */
export function draftValue({ valueKind, value }: AssessmentDraft): DraftValue {
  switch (valueKind) {
    case 'yes-no':
      return { value: value !== 'no' };
    case 'number': {
      const number = Number(value);
      return value.trim() === '' || !Number.isFinite(number) ? { fault: 'Type a number' } : { value: number };
    }
    case 'text':
      return value.trim() === '' ? { fault: 'Type a word or a text' } : { value };
    case 'json':
      return parseJson(value);
  }
}

function parseJson(text: string): DraftValue {
  try {
    const value = JSON.parse(text) as NewAssessment['value'] | null;
    return value === null || value === undefined ? { fault: 'Type a value' } : { value };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Judges answer yes and no as words. */
function valueKindOf(value: unknown): ValueKind {
  if (typeof value === 'boolean' || value === 'yes' || value === 'no') return 'yes-no';
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'text' : 'json';
}

function yesNo(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
