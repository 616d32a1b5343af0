import { Rejected } from '@millrace/domain';

/** How a reviewer answers. */
export type LabelInput =
  | { readonly kind: 'pass_fail'; readonly positiveLabel: string; readonly negativeLabel: string }
  | { readonly kind: 'categorical'; readonly options: readonly string[]; readonly isMultiSelect: boolean }
  | { readonly kind: 'numeric'; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly kind: 'text'; readonly maxLength?: number | undefined };

const LONGEST_LABEL = 64;
const MOST_OPTIONS = 10;

/** Throws Rejected, naming the fault. */
export function checkInput(input: LabelInput): void {
  switch (input.kind) {
    case 'pass_fail':
      checkLabel('positive label', input.positiveLabel);
      checkLabel('negative label', input.negativeLabel);
      if (input.positiveLabel !== input.negativeLabel) return;
      throw new Rejected(
        `The positive and the negative label must differ; both are '${input.positiveLabel}'.`,
      );
    case 'categorical':
      return checkOptions(input.options);
    case 'numeric':
      if (input.min === undefined || input.max === undefined || input.min < input.max) return;
      throw new Rejected(
        `The least number must be less than the greatest; they are ${input.min} and ${input.max}.`,
      );
    case 'text':
      if (input.maxLength === undefined || input.maxLength >= 1) return;
      throw new Rejected(`The greatest length of a text must be at least 1, not ${input.maxLength}.`);
  }
}

/** What was answered before must stay an answer. Throws Rejected for another kind of input. */
export function checkInputStays(before: LabelInput, after: LabelInput): void {
  if (before.kind !== after.kind) {
    throw new Rejected(
      `The input of a label schema can't change its kind: it is ${before.kind}, not ${after.kind}. Make another schema.`,
    );
  }
  const isMulti = (input: LabelInput): boolean => input.kind === 'categorical' && input.isMultiSelect;
  if (isMulti(before) === isMulti(after)) return;
  throw new Rejected("'multi_select' of a label schema can't change. Make another schema.");
}

function checkOptions(options: readonly string[]): void {
  if (options.length === 0 || options.length > MOST_OPTIONS) {
    throw new Rejected(`A categorical input has 1 to ${MOST_OPTIONS} options, not ${options.length}.`);
  }
  for (const option of options) checkLabel('option', option);
  const repeated = options.find((option, index) => options.indexOf(option) !== index);
  if (repeated !== undefined) throw new Rejected(`The option '${repeated}' is there twice.`);
}

function checkLabel(what: string, label: string): void {
  if (label.length >= 1 && label.length <= LONGEST_LABEL) return;
  throw new Rejected(`The ${what} has 1 to ${LONGEST_LABEL} characters, not ${label.length}.`);
}
