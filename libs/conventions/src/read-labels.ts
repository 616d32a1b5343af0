import type { AttributeValue } from '@millrace/domain';
import { parsedJson } from './parsed-json.ts';
import { plainText } from './plain-text.ts';

/** Enough for any trace; more would only be somebody's mistake. */
const MOST_LABELS = 100;

/** Labels sent as a list, as its JSON or as a single text; undefined for anything else. */
export function readLabels(value: AttributeValue, separator?: string): readonly string[] | undefined {
  if (value === '') return [];
  const list: unknown =
    typeof value === 'string' && value.startsWith('[') ? (parsedJson(value) ?? value) : value;
  if (Array.isArray(list)) {
    const labels = list.filter((label) => typeof label === 'string' && label !== '');
    return list.length === 0 || labels.length > 0 ? labels.slice(0, MOST_LABELS) : undefined;
  }
  const label = typeof value === 'string' ? plainText(value) : undefined;
  if (label === undefined || separator === undefined) return label === undefined ? undefined : [label];
  return label
    .split(separator, MOST_LABELS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
