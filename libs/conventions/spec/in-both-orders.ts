import type { AttributeValue, SpanMeaning, SpanPayload } from '@millrace/domain';
import { expect } from 'vitest';
import { translate } from '../src/translate.ts';
import { makeSpan } from './make-span.ts';

export type Attributes = Readonly<Record<string, AttributeValue>>;

/** The same attributes in both orders must mean the same: precedence is a list, not an accident. */
export function inBothOrders(attributes: Attributes): SpanMeaning {
  const forward = translate(makeSpan(attributes));
  const backward = translate(makeSpan(Object.fromEntries(Object.entries(attributes).reverse())));
  expect(orderless(backward)).toEqual(orderless(forward));
  return forward;
}

/** Fields of an assembled message stand in the order of their attributes, and so do faults. */
function orderless(meaning: SpanMeaning) {
  const { inputs, outputs, faults } = meaning;
  return { ...meaning, inputs: parsed(inputs), outputs: parsed(outputs), faults: faults?.toSorted() };
}

function parsed(payload: SpanPayload | undefined): unknown {
  return payload && payload.attribute === undefined ? (JSON.parse(payload.text) as unknown) : payload;
}
