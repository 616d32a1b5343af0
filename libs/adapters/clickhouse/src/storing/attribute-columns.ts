import {
  decodeAttributeText,
  encodeAttributeText,
  type AttributeValue,
  type NormalSpan,
} from '@millrace/domain';
import type { SpanColumns } from './span-columns.ts';

/** Before a type letter: the value stands in `inputs`, or in `outputs`, and not in the map a second time. */
const IN_INPUTS = '<';
const IN_OUTPUTS = '>';

/** Adds a span's attributes: values as text in the map, their types in one short text that most spans share. */
export function addAttributes(columns: SpanColumns, span: NormalSpan): void {
  const { inputs, outputs } = span.meaning;
  const { attributes } = columns;
  const hasBlobs = span.blobs.size > 0;
  let types = '';
  for (const [key, value] of span.source.attributes) {
    if (hasBlobs && span.blobs.has(key)) {
      attributes.addEntry(key, '');
      types += 'n';
      continue;
    }
    const isText = typeof value === 'string';
    const encoded = isText ? undefined : encodeAttributeText(value);
    const text = encoded?.text ?? (value as string);
    const type = encoded?.type ?? 's';
    if (key === inputs?.attribute && text === inputs.text) types += IN_INPUTS + type;
    else if (key === outputs?.attribute && text === outputs.text) types += IN_OUTPUTS + type;
    else {
      attributes.addEntry(key, text);
      types += type;
    }
  }
  attributes.endRow();
  columns.attribute_types.add(types);
}

export interface AttributeColumns {
  readonly attribute_keys: readonly string[];
  readonly attribute_values: readonly string[];
  readonly attribute_types: string;
  readonly inputs: string;
  readonly inputs_attribute: string;
  readonly outputs: string;
  readonly outputs_attribute: string;
}

/** The attributes as they were sent, in their order. */
export function readAttributes(row: AttributeColumns): Map<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  const types = row.attribute_types;
  let entry = 0;
  for (let at = 0; at < types.length; at += 1) {
    const mark = types.charAt(at);
    if (mark === IN_INPUTS) {
      at += 1;
      attributes.set(row.inputs_attribute, decodeAttributeText(types.charAt(at), row.inputs));
    } else if (mark === IN_OUTPUTS) {
      at += 1;
      attributes.set(row.outputs_attribute, decodeAttributeText(types.charAt(at), row.outputs));
    } else {
      const key = row.attribute_keys[entry] ?? '';
      attributes.set(key, decodeAttributeText(mark, row.attribute_values[entry] ?? ''));
      entry += 1;
    }
  }
  return attributes;
}
