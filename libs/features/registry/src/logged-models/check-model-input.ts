import { Rejected } from '@millrace/domain';
import type { KeyValue } from '@millrace/runs';
import { checkLength, checkText } from '@millrace/service-kit';

const LONGEST_NAME = 500;
const LONGEST_KEY = 250;
const LONGEST_PARAM = 6000;
/** The client tags a model with the diff of its repository. */
const LONGEST_TAG = 1_000_000;
const NOT_IN_NAMES = /[/:.%"']/;

/** Throws Rejected. */
export function checkModelName(name: string): void {
  checkText('The name of a logged model', name, LONGEST_NAME);
  if (!NOT_IN_NAMES.test(name)) return;
  throw new Rejected(
    `Invalid model name ('${name}') provided. Model name must be a non-empty string and cannot contain the following characters: / : . % " '`,
  );
}

/** The last value of each key. Throws Rejected. */
export function checkModelTags(tags: readonly KeyValue[]): KeyValue[] {
  for (const { key, value } of tags) {
    checkText('The key of a logged model tag', key, LONGEST_KEY);
    checkLength('The value of a logged model tag', value, LONGEST_TAG);
  }
  return [...new Map(tags.map((tag) => [tag.key, tag])).values()];
}

/** One of each key. Throws Rejected for two values of a key. */
export function checkModelParams(params: readonly KeyValue[]): KeyValue[] {
  const byKey = new Map<string, KeyValue>();
  for (const param of params) {
    checkText('The key of a logged model param', param.key, LONGEST_KEY);
    checkLength('The value of a logged model param', param.value, LONGEST_PARAM);
    const other = byKey.get(param.key);
    if (other && other.value !== param.value) throw changedParam(param, other.value);
    byKey.set(param.key, param);
  }
  return [...byKey.values()];
}

/** A param is written once. */
export function changedParam({ key, value }: KeyValue, known: string): Rejected {
  return new Rejected(
    `Changing param values is not allowed. Param with key='${key}' was already logged with value='${shorten(known)}', ` +
      `and '${shorten(value)}' is another. Use another key, or make another model.`,
  );
}

function shorten(value: string): string {
  return value.length > 100 ? `${value.slice(0, 97)}...` : value;
}
