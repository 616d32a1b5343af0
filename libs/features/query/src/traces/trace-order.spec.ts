import { describe, expect, it } from 'vitest';
import { parseTraceOrder, splitOrder } from './trace-order.ts';

describe('order_by', () => {
  it.each([
    ['timestamp DESC', { field: 'timestamp', isDescending: true }],
    ['timestamp_ms', { field: 'timestamp', isDescending: false }],
    ['attributes.execution_time_ms asc', { field: 'execution_time', isDescending: false }],
    ['trace.end_time desc', { field: 'end_time', isDescending: true }],
    ['`name` ASC', { field: 'name', isDescending: false }],
    ['tag.env DESC', { field: 'tag', key: 'env', isDescending: true }],
    ['tags.`my key, odd` DESC', { field: 'tag', key: 'my key, odd', isDescending: true }],
    ['metadata.mlflow.trace.user', { field: 'metadata', key: 'mlflow.trace.user', isDescending: false }],
    ['request_metadata."a b"', { field: 'metadata', key: 'a b', isDescending: false }],
  ])('%s', (item, expected) => expect(parseTraceOrder([item])).toEqual([expected]));

  it.each([
    [['bogus'], "Invalid order_by clause 'bogus'. Valid keys are: timestamp"],
    [['timestamp sideways'], "Invalid order_by clause 'timestamp sideways'"],
    [['tag.'], "Invalid order_by clause 'tag.'"],
    [['constructor'], "Invalid order_by clause 'constructor'"],
    [['timestamp', 'timestamp_ms DESC'], 'order_by names timestamp twice'],
  ])('%j is refused', (items, message) => expect(() => parseTraceOrder(items)).toThrow(message));

  it('is split at commas outside of quotes', () => {
    expect(splitOrder('tag.`a, b` DESC, timestamp,')).toEqual(['tag.`a, b` DESC', ' timestamp']);
  });
});
